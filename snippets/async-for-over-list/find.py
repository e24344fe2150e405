"""The failure, with a line that shows what is iterated."""
import asyncio


async def fetch_symbols():
    await asyncio.sleep(0.01)
    return ["ABC", "XYZ"]


async def main():
    symbols = await fetch_symbols()
    print(type(symbols), "for:", hasattr(symbols, "__iter__"), "async for:", hasattr(symbols, "__aiter__"))
    async for symbol in symbols:
        print(symbol)


asyncio.run(main())
