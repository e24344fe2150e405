"""Read a list with async for."""
import asyncio


async def fetch_symbols():
    await asyncio.sleep(0.01)
    return ["ABC", "XYZ"]


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def main():
    symbols = await fetch_symbols()
    async for symbol in symbols:
        print(symbol, await fetch_price(symbol))


asyncio.run(main())
