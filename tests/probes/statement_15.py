"""new_event_loop() works where get_event_loop() raises, and in threads."""

import asyncio

from probe import in_thread, outcome, report


def work():
    """Use a new loop."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(asyncio.sleep(0, "it works"))
    finally:
        loop.close()


asyncio.set_event_loop(None)
assert isinstance(outcome(asyncio.get_event_loop), RuntimeError)
found = outcome(work)
report("get_event_loop() raises", found == "it works", found)

found = in_thread(work)
report("another thread", found == "it works", found)


async def share():
    """Wait for a future of another loop."""
    await theirs


def work_together():
    """Use a new loop to wait for a future of another loop."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(share())
    finally:
        loop.close()


other = asyncio.new_event_loop()
theirs = other.create_future()
found = in_thread(work_together)
report("another thread, to share another loop's work", not isinstance(found, Exception), found)
other.close()
