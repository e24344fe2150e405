"""Fetch a price in a coroutine that is written as a generator."""
import asyncio


@asyncio.coroutine
def fetch_price(item):
    yield from asyncio.sleep(0.01)
    return 42


async def main():
    price = await fetch_price("tea")
    print("price of tea:", price)


asyncio.run(main())
