"""Iterate over a task, instead of its result."""
import asyncio


async def fetch_prices():
    await asyncio.sleep(0.01)
    return [3, 5]


async def main():
    task = asyncio.create_task(fetch_prices())
    for price in task:
        print("price:", price)


asyncio.run(main())
