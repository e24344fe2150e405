"""Await one coroutine object in two tasks at the same time."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    print("fetched", symbol)
    return 42


async def show(page, price):
    print(page, "shows", await price)


async def main():
    price = fetch_price("ABC")
    await asyncio.gather(show("home", price), show("chart", price))


asyncio.run(main())
