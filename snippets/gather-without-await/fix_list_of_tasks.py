"""Await a task that returns a list, and then iterate over the list."""
import asyncio


async def fetch_prices():
    await asyncio.sleep(0.01)
    return [3, 5]


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(fetch_prices())
    for price in task.result():
        print("price:", price)


asyncio.run(main())
