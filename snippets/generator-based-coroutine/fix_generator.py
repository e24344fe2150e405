"""Fetch several prices in an asynchronous generator."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 42


async def fetch_prices(items):
    for item in items:
        yield await fetch_price(item)


async def main():
    async for price in fetch_prices(["tea", "rice"]):
        print("price:", price)


asyncio.run(main())
