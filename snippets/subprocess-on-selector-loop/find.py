"""Print the class of the event loop that runs."""

import asyncio
from asyncio.selector_events import BaseSelectorEventLoop


async def main():
    print("event loop:", type(asyncio.get_running_loop()).__name__)


loop = BaseSelectorEventLoop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
