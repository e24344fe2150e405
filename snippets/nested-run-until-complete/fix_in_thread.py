"""The plain function runs in a thread and hands the coroutine back to the event loop."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol, loop):
    return asyncio.run_coroutine_threadsafe(fetch_price(symbol), loop).result()


async def handle_request(symbol):
    loop = asyncio.get_running_loop()
    price = await loop.run_in_executor(None, get_price, symbol, loop)
    print(symbol, "costs", price)


asyncio.run(handle_request("ABC"))
