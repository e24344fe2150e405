"""Python reports a new loop that is destroyed before it is closed."""

from probe import first_of, printed_by, report

LEAK = """
import asyncio
import gc

def leak():
    loop = asyncio.SelectorEventLoop()  # what new_event_loop() creates, except on Windows
    loop.run_until_complete(asyncio.sleep(0))

leak()
gc.collect()
"""
MESSAGE = "ResourceWarning: unclosed event loop"
NOISE = "ValueError: Invalid file descriptor: -1"

output = printed_by(LEAK)
report("no flags", MESSAGE in output, first_of([MESSAGE], output))

output = printed_by(LEAK, "-X", "dev")
report("-X dev", MESSAGE in output, first_of([MESSAGE], output))
report("-X dev, and no other error", NOISE not in output, first_of([NOISE], output))
