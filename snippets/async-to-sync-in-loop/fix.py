"""Every function between the two coroutines is async as well."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


async def get_price(symbol):
    return await fetch_price(symbol)


async def main():
    price = await get_price("ABC")
    print("ABC costs", price)


asyncio.run(main())
