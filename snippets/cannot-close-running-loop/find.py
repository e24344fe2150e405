"""Close the event loop from a callback that it runs."""

import asyncio


async def fetch_report():
    await asyncio.sleep(0.01)
    return "42 orders"


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(loop.close)
    print(await fetch_report())


asyncio.run(main())
