"""Read the values of a function that yields with async for."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def main():
    rows = read_prices(["ABC", "XYZ"])
    async for symbol, price in rows:
        print(symbol, price)


asyncio.run(main())
