"""A generator expression that contains await is an async generator."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def main():
    total = sum(await fetch_price(symbol) for symbol in ("ABC", "XYZ"))
    print("total:", total)


asyncio.run(main())
