"""Await the coroutine itself, because nothing else has to run at the same time."""
import asyncio


async def fetch_order(number):
    await asyncio.sleep(0.01)
    return {"number": number, "total": 12.50}


async def main():
    order = await fetch_order(7)
    print("total:", order["total"])


asyncio.run(main())
