"""The coroutine is awaited, so the event loop can run it."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0)
    return {"ABC": 42}[symbol]


async def get_price(symbol):
    return await fetch_price(symbol)


async def main():
    price = await get_price("ABC")
    print("price:", price)


asyncio.run(main())
