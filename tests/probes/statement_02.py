"""If no event loop is set, get_event_loop() creates one, sets it and returns it."""

import asyncio
import warnings

from probe import in_thread, outcome, report


def created_and_set():
    """Ask twice: a loop that was created but not set would be a different one the second time."""
    return asyncio.get_event_loop() is asyncio.get_event_loop()


found = in_thread(created_and_set)
report("another thread", found is True, found)

with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    found = outcome(created_and_set)
report("main thread", found is True, found)
report(
    "main thread, without a warning",
    found is True and not warned,
    warned[0].message if warned else "no warning",
)
