"""Call asyncio.gather() in a coroutine, while the event loop runs."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return len(item)


async def main():
    return await asyncio.gather(fetch_price("tea"), fetch_price("milk"))


prices = asyncio.run(main())
print("prices:", prices)
