"""Wait for the price of each item, also for a search that found none."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0)
    return len(item)


async def fetch_prices(items):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_price(item)) for item in items]
    return [task.result() for task in tasks]


async def main():
    print("prices:", await fetch_prices(["tea", "rice"]))
    print("prices:", await fetch_prices([]))


asyncio.run(main())
