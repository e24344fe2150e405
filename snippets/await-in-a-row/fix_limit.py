"""Fetch six prices, at most two at the same time."""
import asyncio

open_requests = 0
most = 0


async def fetch_price(item):
    global open_requests, most
    open_requests += 1
    most = max(most, open_requests)
    await asyncio.sleep(0.01)
    open_requests -= 1
    return len(item)


async def fetch_limited(limit, item):
    async with limit:
        return await fetch_price(item)


async def main():
    limit = asyncio.Semaphore(2)
    items = ["tea", "milk", "rice", "salt", "oil", "flour"]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_limited(limit, item)) for item in items]
    print("prices:", [task.result() for task in tasks])
    print("most at the same time:", most)


asyncio.run(main())
