"""Wait for two tasks with a timeout, and ask both for their results."""
import asyncio


async def fetch_price(item):
    if item == "rice":
        await asyncio.sleep(3600)  # this server never answers
    return 42


async def main():
    items = ("tea", "rice")
    tasks = [asyncio.create_task(fetch_price(item)) for item in items]
    await asyncio.wait(tasks, timeout=0.01)
    for item, task in zip(items, tasks):
        print("price of", item, task.result())


asyncio.run(main())
