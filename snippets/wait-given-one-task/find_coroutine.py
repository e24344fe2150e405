"""Pass one coroutine to asyncio.wait(), instead of asyncio.wait_for()."""
import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def main():
    price = await asyncio.wait(fetch_price(), timeout=1)
    print("price:", price)


asyncio.run(main())
