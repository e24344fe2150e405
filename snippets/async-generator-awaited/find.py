"""Show which functions return an async generator when they are called."""
import asyncio
import inspect


async def read_prices(symbols):
    for symbol in symbols:
        await asyncio.sleep(0.01)
        yield symbol, 42


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


for function in (read_prices, fetch_price):
    print(function.__name__, "async generator:", inspect.isasyncgenfunction(function))
