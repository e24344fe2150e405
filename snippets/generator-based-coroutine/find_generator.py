"""Fetch several prices in a generator, which cannot wait for a coroutine."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 42


def fetch_prices(items):
    for item in items:
        yield from fetch_price(item)


async def main():
    for price in fetch_prices(["tea", "rice"]):
        print("price:", price)


asyncio.run(main())
