"""Functions such as create_task() get their loop from get_event_loop()."""

import asyncio
import warnings

from probe import in_thread, report

FUNCTIONS = {
    "create_task": lambda: asyncio.create_task(asyncio.sleep(0)),
    "gather": lambda: asyncio.gather(asyncio.sleep(0)),
    "ensure_future": lambda: asyncio.ensure_future(asyncio.sleep(0)),
    "shield": lambda: asyncio.shield(asyncio.sleep(0)),
    "Future": asyncio.Future,
    "Lock": asyncio.Lock,
    "Queue": asyncio.Queue,
}
warnings.filterwarnings("ignore", ".* was never awaited")

# In another thread get_event_loop() raises a recognisable error on every version.
for name, function in FUNCTIONS.items():
    found = in_thread(function)
    report(name, "There is no current event loop" in str(found), found)
