"""Handle a timeout by the name that the exception has on every version."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(3600)
    return 42


async def main():
    try:
        print("price:", await asyncio.wait_for(fetch_price("tea"), timeout=0.01))
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
