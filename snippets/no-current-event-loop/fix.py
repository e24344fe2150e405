"""Let asyncio.run() create the event loop and close it."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


price = asyncio.run(fetch_price("tea"))
print("price of tea:", price)
