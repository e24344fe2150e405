"""Start a task, and await its result."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 42


async def main():
    task = asyncio.create_task(fetch_price("tea"))
    print("price:", await task)


asyncio.run(main())
