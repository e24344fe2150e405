"""Start each coroutine in a task group, which takes no list."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return f"price of {symbol}"


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_price(symbol)) for symbol in ("ABC", "XYZ")]
    print([task.result() for task in tasks])


asyncio.run(main())
