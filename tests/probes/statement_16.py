"""You must close the loop yourself if you created it with new_event_loop()."""

import asyncio

from probe import report


async def ask():
    """Return the running loop."""
    return asyncio.get_running_loop()


loop = asyncio.new_event_loop()
loop.run_until_complete(ask())
report("created by new_event_loop()", not loop.is_closed(), f"closed: {loop.is_closed()}")
loop.close()

loop = asyncio.run(ask())
report("not with asyncio.run()", loop.is_closed(), f"closed: {loop.is_closed()}")

if hasattr(asyncio, "Runner"):
    with asyncio.Runner() as runner:
        loop = runner.run(ask())
    report("not with asyncio.Runner", loop.is_closed(), f"closed: {loop.is_closed()}")
