"""new_event_loop() returns a new loop and does not set it as the current loop."""

import asyncio

from probe import report

current = asyncio.new_event_loop()
asyncio.set_event_loop(current)
new = asyncio.new_event_loop()
report("a new loop", new is not current and new is not asyncio.new_event_loop(), "a new one each time")
report("not current", asyncio.get_event_loop() is current, "the one that was set before")
