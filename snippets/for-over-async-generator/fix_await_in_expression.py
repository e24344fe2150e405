"""A list comprehension awaits its values before sum() starts."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def main():
    total = sum([await fetch_price(symbol) for symbol in ("ABC", "XYZ")])
    print("total:", total)


asyncio.run(main())
