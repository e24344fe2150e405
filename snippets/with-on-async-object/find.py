"""The failure, with a line that shows which of the two protocols the object has."""
import asyncio

stock = {"tea": 1}


async def buy(lock, item):
    print(type(lock), "with:", hasattr(lock, "__exit__"), "async with:", hasattr(lock, "__aexit__"))
    with lock:
        await asyncio.sleep(0.01)
        stock[item] -= 1
    print("left:", stock[item])


async def main():
    lock = asyncio.Lock()
    await buy(lock, "tea")


asyncio.run(main())
