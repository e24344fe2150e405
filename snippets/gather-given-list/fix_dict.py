"""Gather the values of a dictionary, and put the results under the same keys."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return f"price of {symbol}"


async def main():
    calls = {symbol: fetch_price(symbol) for symbol in ("ABC", "XYZ")}
    prices = dict(zip(calls, await asyncio.gather(*calls.values())))
    print(prices)


asyncio.run(main())
