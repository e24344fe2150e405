"""Let asyncio.run() create an event loop for one call and close it."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


def price_of(item):
    return asyncio.run(fetch_price(item))


print("tea costs", price_of("tea"))
