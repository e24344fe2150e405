"""Wait for two tasks with a timeout, and ask only those that are done."""
import asyncio


async def fetch_price(item):
    if item == "rice":
        await asyncio.sleep(3600)  # this server never answers
    return 42


async def main():
    items = ("tea", "rice")
    tasks = [asyncio.create_task(fetch_price(item)) for item in items]
    try:
        done, pending = await asyncio.wait(tasks, timeout=0.01)
    finally:
        for task in tasks:
            task.cancel()  # does nothing if the task is done
    for item, task in zip(items, tasks):
        if task in done:
            print("price of", item, task.result())
        else:
            print("no price of", item)


asyncio.run(main())
