"""Functions such as create_task() ask get_event_loop() for the loop."""

import asyncio

from probe import in_thread, report

FUNCTIONS = {
    "create_task": lambda: asyncio.create_task(job()),
    "gather": lambda: asyncio.gather(job()),
    "ensure_future": lambda: asyncio.ensure_future(job()),
    "shield": lambda: asyncio.shield(job()),
    "Future": lambda: asyncio.Future(),
    "Lock": lambda: asyncio.Lock(),
    "Queue": lambda: asyncio.Queue(),
}


class job:
    """An awaitable that does not mind never to be awaited."""

    def __await__(self):
        """Return at once."""
        yield


# In another thread get_event_loop() raises an error of its own on every version.
for name, function in FUNCTIONS.items():
    found = in_thread(function)
    report(name, "There is no current event loop" in str(found), found)
