"""Fetch two prices at once, and use the exception of one as if it were a price."""
import asyncio


async def fetch_price(item):
    if item == "rice":
        raise asyncio.TimeoutError
    return {"item": item, "price": 42}


async def main():
    prices = await asyncio.gather(
        fetch_price("tea"), fetch_price("rice"), return_exceptions=True
    )
    print("total:", sum(price["price"] for price in prices))


asyncio.run(main())
