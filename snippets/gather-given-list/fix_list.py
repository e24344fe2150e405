"""Unpack a list of coroutines into the arguments of asyncio.gather()."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return f"price of {symbol}"


async def main():
    calls = [fetch_price(symbol) for symbol in ("ABC", "XYZ")]
    prices = await asyncio.gather(*calls)
    print(prices)


asyncio.run(main())
