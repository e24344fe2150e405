"""Use await in a plain function."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


def show_price(symbol):
    price = await fetch_price(symbol)
    print(symbol, "costs", price)


show_price("ABC")
