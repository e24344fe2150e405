"""Use await in a list comprehension outside any coroutine function."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


prices = [await fetch_price(symbol) for symbol in ("ABC", "XYZ")]
print("prices:", prices)
