"""stop() and close() interrupt the tasks of others in the same event loop."""

import asyncio

from probe import outcome, report

asyncio.get_running_loop  # noqa: B018


async def work():
    """Be somebody else's task."""
    await asyncio.sleep(0.02)


async def call(method):
    """Call a method of the loop while it runs; return the outcome when the others are done."""
    others = asyncio.ensure_future(work())
    found = outcome(getattr(asyncio.get_running_loop(), method))
    await others
    return found


loop = asyncio.new_event_loop()
found = loop.run_until_complete(call("close"))
report("close() while it runs", not isinstance(found, RuntimeError), found)

found = outcome(loop.run_until_complete, call("stop"))
left = asyncio.all_tasks(loop)
report("stop()", len(left) == 2, f"{found}, {len(left)} tasks pending")

loop.close()
found = outcome(loop.run_until_complete, asyncio.gather(*left))
report("close() when it is stopped", not any(task.done() for task in left), found)
