"""Use a lock of asyncio in with."""
import asyncio

stock = {"tea": 1}


async def buy(lock, item):
    with lock:
        await asyncio.sleep(0.01)
        stock[item] -= 1
    print("left:", stock[item])


async def main():
    lock = asyncio.Lock()
    await buy(lock, "tea")


asyncio.run(main())
