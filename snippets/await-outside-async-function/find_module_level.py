"""Use await outside any function, as a notebook cell can."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


price = await fetch_price("ABC")
print("price:", price)
