"""Turn the function into a coroutine function, and run it with asyncio.run()."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def show_price(symbol):
    price = await fetch_price(symbol)
    print(symbol, "costs", price)


asyncio.run(show_price("ABC"))
