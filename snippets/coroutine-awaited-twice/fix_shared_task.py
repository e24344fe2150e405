"""Start one task, and let two others await its result."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    print("fetched", symbol)
    return 42


async def show(page, price):
    print(page, "shows", await asyncio.shield(price))


async def main():
    async with asyncio.TaskGroup() as group:
        price = group.create_task(fetch_price("ABC"))
        group.create_task(show("home", price))
        group.create_task(show("chart", price))


asyncio.run(main())
