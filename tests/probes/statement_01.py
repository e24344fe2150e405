"""get_event_loop() always returns the current event loop."""

import asyncio
import warnings

from probe import in_thread, outcome, report

warnings.simplefilter("ignore", DeprecationWarning)


async def ask():
    """Ask while a loop runs and another one is set."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    return asyncio.get_event_loop() is asyncio.get_running_loop()


found = in_thread(asyncio.get_event_loop)
report("none is set, another thread", isinstance(found, asyncio.AbstractEventLoop), found)

found = outcome(asyncio.get_event_loop)
report("none is set, main thread", isinstance(found, asyncio.AbstractEventLoop), found)

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
report("one is set", asyncio.get_event_loop() is loop, "it is that one")

report("one runs", loop.run_until_complete(ask()), "it is that one, whichever is set")
