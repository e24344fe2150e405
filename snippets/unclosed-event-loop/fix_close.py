"""Close the event loop in the function that created it."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


def price_of(item):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(fetch_price(item))
    finally:
        loop.close()


print("tea costs", price_of("tea"))
