"""A broad except hides the message; debug mode still shows where the coroutine was created."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return asyncio.run(fetch_price(symbol))


async def main():
    try:
        print("ABC costs", get_price("ABC"))
    except Exception:
        print("no price for ABC")


asyncio.run(main())
