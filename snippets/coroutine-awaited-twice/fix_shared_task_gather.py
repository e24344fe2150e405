"""Start one task, and await its result in two places."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    print("fetched", symbol)
    return 42


async def show(page, price):
    print(page, "shows", await asyncio.shield(price))


async def main():
    price = asyncio.create_task(fetch_price("ABC"))
    await asyncio.gather(price, show("home", price), show("chart", price))


asyncio.run(main())
