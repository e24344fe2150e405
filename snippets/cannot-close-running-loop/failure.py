"""Close the event loop from a coroutine that it runs."""

import asyncio


async def fetch_report():
    await asyncio.sleep(0.01)
    return "42 orders"


async def main():
    print(await fetch_report())
    asyncio.get_running_loop().close()


asyncio.run(main())
