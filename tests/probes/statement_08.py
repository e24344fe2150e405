"""get_event_loop() raises RuntimeError where a loop had been set and was removed."""

import asyncio

from probe import outcome, printed_by, report

AFTER_RUN = """
import asyncio

asyncio.run(asyncio.sleep(0))
asyncio.get_event_loop()
"""

asyncio.set_event_loop(asyncio.new_event_loop())
asyncio.set_event_loop(None)
found = outcome(asyncio.get_event_loop)
report("after set_event_loop(None)", isinstance(found, RuntimeError), found)

last = printed_by(AFTER_RUN).splitlines()[-1]
report("after asyncio.run()", last.startswith("RuntimeError: There is no current event loop"), last)
