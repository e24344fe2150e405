"""Await gather(), and unpack its list of results."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return len(item)


async def main():
    tea, sugar = await asyncio.gather(fetch_price("tea"), fetch_price("sugar"))
    print("prices:", tea, sugar)


asyncio.run(main())
