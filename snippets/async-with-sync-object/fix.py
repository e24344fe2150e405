"""Use a lock of asyncio in async with."""
import asyncio

stock = {"tea": 1}


async def buy(lock, item):
    async with lock:
        stock[item] -= 1
    print("left:", stock[item])


async def main():
    lock = asyncio.Lock()
    await buy(lock, "tea")


asyncio.run(main())
