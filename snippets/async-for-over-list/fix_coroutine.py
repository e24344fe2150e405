"""Await the call first, because it returns the object that async for reads."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def open_feed():
    await asyncio.sleep(0.01)
    return read_prices(["ABC", "XYZ"])


async def main():
    async for symbol, price in await open_feed():
        print(symbol, price)


asyncio.run(main())
