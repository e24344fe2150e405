"""A task that is finished is awaited in another event loop."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


async def fetch():
    price = asyncio.create_task(fetch_price("tea"))
    await asyncio.wait([price])
    return price


async def report(price):
    print("tea costs", await price)


price = asyncio.run(fetch())
asyncio.run(report(price))
