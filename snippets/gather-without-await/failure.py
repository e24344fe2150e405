"""Unpack the future of gather(), which nobody has awaited."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return len(item)


async def main():
    tea, sugar = asyncio.gather(fetch_price("tea"), fetch_price("sugar"))
    print("prices:", tea, sugar)


asyncio.run(main())
