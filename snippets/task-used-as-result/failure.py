"""Use a task as if it were the order that it fetches."""
import asyncio


async def fetch_order(number):
    await asyncio.sleep(0.01)
    return {"number": number, "total": 12.50}


async def main():
    order = asyncio.create_task(fetch_order(7))
    print("other work")
    print("total:", order["total"])


asyncio.run(main())
