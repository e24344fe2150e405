"""Start a task, and ask for its result in the next line."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 42


async def main():
    task = asyncio.create_task(fetch_price("tea"))
    print("price:", task.result())


asyncio.run(main())
