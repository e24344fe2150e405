"""Return all values at once, so that the function can be awaited."""
import asyncio


async def read_prices(symbols):
    rows = []
    for symbol in symbols:
        await asyncio.sleep(0.01)
        rows.append((symbol, 42))
    return rows


async def main():
    rows = await read_prices(["ABC", "XYZ"])
    for symbol, price in rows:
        print(symbol, price)


asyncio.run(main())
