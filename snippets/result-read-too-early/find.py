"""Print the task: its state and the line at which it waits."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 42


async def main():
    task = asyncio.create_task(fetch_price("tea"), name="price of tea")
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)


asyncio.run(main())
