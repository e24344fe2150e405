"""Await the task to get its result."""
import asyncio


async def fetch_order(number):
    await asyncio.sleep(0.01)
    return {"number": number, "total": 12.50}


async def main():
    task = asyncio.create_task(fetch_order(7))
    print("other work")
    order = await task
    print("total:", order["total"])


asyncio.run(main())
