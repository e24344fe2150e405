"""The failure, with a line that shows which of the two protocols the object has."""
import asyncio
import threading

stock = {"tea": 1}


async def buy(lock, item):
    print(type(lock), "with:", hasattr(lock, "__enter__"), "async with:", hasattr(lock, "__aenter__"))
    async with lock:
        stock[item] -= 1
    print("left:", stock[item])


async def main():
    lock = threading.Lock()
    await buy(lock, "tea")


asyncio.run(main())
