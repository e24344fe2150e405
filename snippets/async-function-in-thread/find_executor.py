"""A coroutine passes an async function to an executor, whose thread only creates another coroutine."""

import asyncio

saved = []


async def save_order(item):
    await asyncio.sleep(0.01)
    saved.append(item)


async def main():
    loop = asyncio.get_running_loop()
    result = await loop.run_in_executor(None, save_order, "tea")
    print("result:", type(result).__name__)
    print("saved orders:", saved)


asyncio.run(main())
