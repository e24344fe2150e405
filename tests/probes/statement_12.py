"""Python reports a new loop that is destroyed before it was started."""

from probe import first_of, printed_by, report

LEAK = """
import asyncio
import gc

async def job():
    pass

def leak():
    loop = asyncio.new_event_loop()
    {}

leak()
gc.collect()
"""
PENDING = "Task was destroyed but it is pending!"
NEVER = "RuntimeWarning: coroutine 'job' was never awaited"

output = printed_by(LEAK.format("loop.create_task(job())"))
report("it had a task", PENDING in output and NEVER in output, first_of([PENDING, NEVER], output))

output = printed_by(LEAK.format("loop.call_soon(print, 'called')"))
report("it had a callback", bool(output), output or "nothing is printed")
