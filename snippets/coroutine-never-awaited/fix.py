"""Await both calls."""
import asyncio


async def save_order(number):
    print("saved order", number)


async def fetch_order(number):
    return {"number": number, "total": 12.50}


async def main():
    await save_order(7)
    order = await fetch_order(7)
    print("total:", order["total"])


asyncio.run(main())
