"""Fetch the prices of a list at the same time."""
import asyncio


async def fetch_symbols():
    await asyncio.sleep(0.01)
    return ["ABC", "XYZ"]


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def main():
    symbols = await fetch_symbols()
    async with asyncio.TaskGroup() as group:
        tasks = {symbol: group.create_task(fetch_price(symbol)) for symbol in symbols}
    for symbol, task in tasks.items():
        print(symbol, task.result())


asyncio.run(main())
