"""Run both coroutines at the same time, and wait for both."""
import asyncio


async def save_order(number):
    print("saved order", number)


async def fetch_order(number):
    return {"number": number, "total": 12.50}


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(save_order(7))
        fetching = group.create_task(fetch_order(7))
    order = fetching.result()
    print("total:", order["total"])


asyncio.run(main())
