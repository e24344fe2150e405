"""The plain function runs in a thread and passes the coroutine to the running event loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol, loop):
    future = asyncio.run_coroutine_threadsafe(fetch_price(symbol), loop)
    try:
        return future.result(timeout=5)
    finally:
        future.cancel()


async def handle_request(symbol, executor):
    loop = asyncio.get_running_loop()
    price = await loop.run_in_executor(executor, get_price, symbol, loop)
    print(symbol, "costs", price)


with ThreadPoolExecutor(max_workers=32) as executor:
    asyncio.run(handle_request("ABC", executor))
