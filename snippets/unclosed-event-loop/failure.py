"""Create an event loop for one call and leave it open."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


def price_of(item):
    loop = asyncio.new_event_loop()
    return loop.run_until_complete(fetch_price(item))


print("tea costs", price_of("tea"))
