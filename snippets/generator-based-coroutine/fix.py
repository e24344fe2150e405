"""Fetch a price in a coroutine."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 42


async def main():
    price = await fetch_price("tea")
    print("price of tea:", price)


asyncio.run(main())
