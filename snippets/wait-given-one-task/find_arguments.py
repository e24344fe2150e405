"""Pass each task as an argument of its own, as asyncio.gather() takes them."""
import asyncio


async def fetch_price(price):
    await asyncio.sleep(0)
    return price


async def main():
    tasks = [asyncio.create_task(fetch_price(price)) for price in (40, 42)]
    await asyncio.wait(*tasks)


asyncio.run(main())
