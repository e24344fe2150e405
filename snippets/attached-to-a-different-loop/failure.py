"""A coroutine creates its task on a new event loop."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


async def main():
    loop = asyncio.new_event_loop()
    price = loop.create_task(fetch_price("tea"))
    print("tea costs", await price)


asyncio.run(main())
