"""A new loop is the current loop although nobody set it, but only while it runs."""

import asyncio

from probe import report


async def ask():
    """Ask while the new loop runs."""
    return asyncio.get_event_loop()


current = asyncio.new_event_loop()
asyncio.set_event_loop(current)
new = asyncio.new_event_loop()
before = asyncio.get_event_loop()
during = new.run_until_complete(ask())
after = asyncio.get_event_loop()
report("while it runs", during is new, "the new loop is current")
report("not before", before is current, "the loop that was set is current")
report("not afterwards", after is current, "the loop that was set is current")
