"""Collect the values in a coroutine, and run it from a plain function."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def collect_prices(symbols):
    return [row async for row in read_prices(symbols)]


def print_prices(symbols):
    for symbol, price in asyncio.run(collect_prices(symbols)):
        print(symbol, price)


print_prices(["ABC", "XYZ"])
