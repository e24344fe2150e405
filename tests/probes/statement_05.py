"""run_until_complete() keeps the loop running until the task is done, and gather() lets it wait for many."""

import asyncio
import warnings

from probe import outcome, report

warnings.simplefilter("ignore", DeprecationWarning)
done = []


async def work(name, seconds=0.01):
    """Finish a little later."""
    await asyncio.sleep(seconds)
    done.append(name)


async def fail():
    """Fail at once."""
    raise ValueError("failed")


async def merged(*works):
    """Call gather() while the loop runs."""
    await asyncio.gather(*works)


def outside():
    """Call gather() before the loop runs, as in the notes."""
    asyncio.get_event_loop().run_until_complete(asyncio.gather(work("c"), work("d")))


found = outcome(outside)
report("gather() outside a coroutine", done == ["c", "d"], found or done)

done.clear()
loop = asyncio.new_event_loop()
loop.run_until_complete(work("a"))
report("one task", done == ["a"], done)

done.clear()
loop.run_until_complete(merged(work("a"), work("b")))
report("many, by gather()", done == ["a", "b"], done)

done.clear()
found = outcome(loop.run_until_complete, merged(work("a", seconds=60), fail()))
report("many, and one fails", done == ["a"], f"{found!r}, done by then: {done}")
