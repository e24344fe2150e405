"""Read as_completed() with async for, which works on Python 3.13 and newer."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0)
    return 42


async def main():
    tasks = [asyncio.create_task(fetch_price("ABC"))]
    async for task in asyncio.as_completed(tasks):
        print("price:", await task)


asyncio.run(main())
