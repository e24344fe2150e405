"""Turn the plain function into a coroutine function, because other code awaits it."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def save_price(symbol, price):
    print("saved:", symbol, price)


async def main():
    price = await fetch_price("ABC")
    await save_price("ABC", price)
    print("done")


asyncio.run(main())
