"""Use a lock of threading in with, because threads need it too; nothing in the block awaits."""
import asyncio
import threading

stock = {"tea": 1}


async def buy(lock, item):
    with lock:
        stock[item] -= 1
    print("left:", stock[item])


async def main():
    lock = threading.Lock()
    await buy(lock, "tea")


asyncio.run(main())
