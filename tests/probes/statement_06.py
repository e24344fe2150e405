"""stop() and close() affect all tasks on the loop, including those of other code."""

import asyncio

from probe import outcome, report

loop = asyncio.new_event_loop()
theirs = loop.create_task(asyncio.sleep(60))


async def close():
    """Close the loop that runs this coroutine."""
    return outcome(loop.close)


found = loop.run_until_complete(close())
report("close() while it runs", loop.is_closed(), found)

loop.call_soon(loop.stop)
found = outcome(loop.run_until_complete, theirs)
report("stop()", not theirs.done(), found)

loop.close()
found = outcome(loop.run_until_complete, theirs)
report("close() when it is stopped", not theirs.done(), found)
