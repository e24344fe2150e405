"""A coroutine awaits a coroutine function that awaits another."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


async def get_price(symbol):
    return await fetch_price(symbol)


async def handle_request(symbol):
    price = await get_price(symbol)
    print(symbol, "costs", price)


asyncio.run(handle_request("ABC"))
