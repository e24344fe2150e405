"""A coroutine calls a plain function that calls asyncio.run()."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return asyncio.run(fetch_price(symbol))


async def main():
    price = get_price("ABC")
    print("ABC costs", price)


asyncio.run(main())
