"""Start a task in a group, and read its result after the group."""
import asyncio


async def fetch_order(number):
    await asyncio.sleep(0.01)
    return {"number": number, "total": 12.50}


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(fetch_order(7))
        print("other work")
    order = task.result()
    print("total:", order["total"])


asyncio.run(main())
