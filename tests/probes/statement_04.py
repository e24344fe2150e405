"""create_task() does not keep the loop running until its task is done."""

import asyncio

from probe import first_of, printed_by, report

DROPPED = """
import asyncio
import gc

def start():
    loop = asyncio.new_event_loop()
    loop.create_task(asyncio.sleep(1))
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()

start()
gc.collect()
"""
tasks = []


async def main():
    """Start a task and return before it is done."""
    tasks.append(asyncio.create_task(asyncio.sleep(1)))
    await asyncio.sleep(0)


asyncio.run(main())
report("asyncio.run() ends", tasks[0].cancelled(), f"cancelled: {tasks[0].cancelled()}")

message = "Task was destroyed but it is pending!"
output = printed_by(DROPPED)
report("the loop is closed", message in output, first_of([message], output))
