"""Give up on a price after 10 ms, with asyncio.wait_for()."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(3600)
    return 42


async def main():
    try:
        price = await asyncio.wait_for(fetch_price("tea"), timeout=0.01)
        print("price of tea:", price)
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
