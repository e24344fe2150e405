"""get_event_loop() raises RuntimeError where a loop was set and then removed."""

import asyncio
import sys

from probe import outcome, printed_by, report

AFTER = """
import asyncio

{}
loop = asyncio.get_event_loop()
loop.close()
print("it returns a new loop")
"""
RUN = "asyncio.run(asyncio.sleep(0))"
RUN_WITH_FACTORY = "asyncio.run(asyncio.sleep(0), loop_factory=asyncio.new_event_loop)"
RUNNER = """
with asyncio.Runner() as runner:
    runner.run(asyncio.sleep(0))
"""
RUNNER_WITH_FACTORY = RUNNER.replace("()", "(loop_factory=asyncio.new_event_loop)", 1)


def report_after(aspect, program):
    """Report whether get_event_loop() raises in the main thread after `program`."""
    last = printed_by(AFTER.format(program)).splitlines()[-1]
    report(aspect, last.startswith("RuntimeError: There is no current event loop"), last)


asyncio.set_event_loop(asyncio.new_event_loop())
asyncio.set_event_loop(None)
found = outcome(asyncio.get_event_loop)
report("after set_event_loop(None)", isinstance(found, RuntimeError), found)

report_after("after asyncio.run()", RUN)
if hasattr(asyncio, "Runner"):
    report_after("after asyncio.Runner", RUNNER)
    report_after("after asyncio.Runner with a loop_factory", RUNNER_WITH_FACTORY)
if sys.version_info >= (3, 12):
    report_after("after asyncio.run() with a loop_factory", RUN_WITH_FACTORY)
