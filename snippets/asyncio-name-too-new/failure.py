"""Give up on a price after 10 ms, with asyncio.timeout()."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(3600)
    return 42


async def main():
    try:
        async with asyncio.timeout(0.01):
            print("price of tea:", await fetch_price("tea"))
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
