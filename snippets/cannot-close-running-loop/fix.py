"""Return from the coroutine, and asyncio.run() closes the event loop."""

import asyncio


async def fetch_report():
    await asyncio.sleep(0.01)
    return "42 orders"


async def main():
    print(await fetch_report())


asyncio.run(main())
