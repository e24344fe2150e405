"""Await a plain function: it runs, but what it returned cannot be awaited."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


def save_price(symbol, price):
    print("saved:", symbol, price)


async def main():
    price = await fetch_price("ABC")
    await save_price("ABC", price)
    print("done")


asyncio.run(main())
