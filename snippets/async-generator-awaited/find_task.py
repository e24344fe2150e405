"""Create a task from a function that yields."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def main():
    task = asyncio.create_task(read_prices(["ABC", "XYZ"]))
    print(await task)


asyncio.run(main())
