"""Wait at most a moment for one coroutine, and cancel it if it takes longer."""
import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def main():
    price = await asyncio.wait_for(fetch_price(), timeout=1)
    print("price:", price)


asyncio.run(main())
