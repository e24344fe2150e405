"""Read an async generator with for."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def main():
    for symbol, price in read_prices(["ABC", "XYZ"]):
        print(symbol, price)


asyncio.run(main())
