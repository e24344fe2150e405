"""A coroutine calls a plain function that runs a new event loop: only the message changes."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(fetch_price(symbol))
    finally:
        loop.close()


async def handle_request(symbol):
    price = get_price(symbol)
    print(symbol, "costs", price)


asyncio.run(handle_request("ABC"))
