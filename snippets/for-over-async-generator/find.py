"""The failure, with a line that shows what is iterated and which function created it."""
import asyncio


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def main():
    rows = read_prices(["ABC", "XYZ"])
    print(rows.__qualname__, "for:", hasattr(rows, "__iter__"), "async for:", hasattr(rows, "__aiter__"))
    for symbol, price in rows:
        print(symbol, price)


asyncio.run(main())
