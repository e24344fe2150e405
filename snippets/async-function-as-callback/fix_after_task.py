"""Await the task and then the next step, instead of a callback on the task."""
import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def save_price(price):
    await asyncio.sleep(0)
    print("saved price", price)


async def fetch_and_save():
    price = await fetch_price()
    await save_price(price)


async def main():
    await asyncio.create_task(fetch_and_save())


asyncio.run(main())
