"""Stop asyncio from creating an event loop by itself, on every version."""

import asyncio

asyncio.set_event_loop(None)


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return len(item)


prices = asyncio.run(asyncio.gather(fetch_price("tea"), fetch_price("milk")))
print("prices:", prices)
