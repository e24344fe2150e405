"""Call wait() only if there is a task to wait for."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0)
    return len(item)


async def fetch_prices(items):
    tasks = [asyncio.create_task(fetch_price(item)) for item in items]
    try:
        if tasks:
            await asyncio.wait(tasks)
        return [task.result() for task in tasks]
    finally:
        for task in tasks:
            task.cancel()  # does nothing if the task is done


async def main():
    print("prices:", await fetch_prices(["tea", "rice"]))
    print("prices:", await fetch_prices([]))


asyncio.run(main())
