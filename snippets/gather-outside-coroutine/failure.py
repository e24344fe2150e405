"""Call asyncio.gather() before any event loop runs."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return len(item)


prices = asyncio.run(asyncio.gather(fetch_price("tea"), fetch_price("milk")))
print("prices:", prices)
