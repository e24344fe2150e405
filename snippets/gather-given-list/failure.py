"""Pass a generator of coroutines to asyncio.gather(), as one argument."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return f"price of {symbol}"


async def main():
    prices = await asyncio.gather(fetch_price(symbol) for symbol in ("ABC", "XYZ"))
    print(prices)


asyncio.run(main())
