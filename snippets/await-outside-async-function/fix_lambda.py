"""Await all keys first, and sort with a plain function that looks them up."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42, "XYZ": 7}[symbol]


async def main():
    symbols = ["ABC", "XYZ"]
    prices = {symbol: await fetch_price(symbol) for symbol in symbols}
    print(sorted(symbols, key=lambda symbol: prices[symbol]))


asyncio.run(main())
