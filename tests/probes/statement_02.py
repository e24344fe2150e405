"""Where no event loop is set, get_event_loop() makes one, sets it and returns it."""

import asyncio
import warnings

from probe import in_thread, outcome, report


def made_and_set():
    """Ask twice: a loop that was only made would be another one the second time."""
    return asyncio.get_event_loop() is asyncio.get_event_loop()


found = in_thread(made_and_set)
report("another thread", found is True, found)

with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    found = outcome(made_and_set)
report("main thread", found is True, found)
report("main thread, in silence", found is True and not warned, warned[0].message if warned else "no warning")
