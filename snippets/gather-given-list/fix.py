"""Unpack a generator of coroutines into the arguments of asyncio.gather()."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return f"price of {symbol}"


async def main():
    prices = await asyncio.gather(*(fetch_price(symbol) for symbol in ("ABC", "XYZ")))
    print(prices)


asyncio.run(main())
