"""Await a function that yields."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def main():
    rows = await read_prices(["ABC", "XYZ"])
    for symbol, price in rows:
        print(symbol, price)


asyncio.run(main())
