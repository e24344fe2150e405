"""Read the generator in a coroutine, and run that coroutine in a task."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def print_prices(symbols):
    async for symbol, price in read_prices(symbols):
        print(symbol, price)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(print_prices(["ABC", "XYZ"]))


asyncio.run(main())
