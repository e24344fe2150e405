"""Start the coroutines of a list in a task group, and read their results."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return f"price of {symbol}"


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_price(symbol)) for symbol in ("ABC", "XYZ")]
    prices = [task.result() for task in tasks]
    print(prices)


asyncio.run(main())
