"""Collect the values of an async generator in a list and in a dict."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def main():
    rows = [row async for row in read_prices(["ABC", "XYZ"])]
    print("rows:", len(rows), "first:", rows[0])
    prices = {symbol: price async for symbol, price in read_prices(["ABC", "XYZ"])}
    print("prices:", prices)


asyncio.run(main())
