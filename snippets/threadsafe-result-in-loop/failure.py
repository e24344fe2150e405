"""The thread of the event loop waits for a coroutine that this loop has to run."""

import asyncio
import concurrent.futures


async def fetch_price(symbol):
    await asyncio.sleep(0)
    return {"ABC": 42}[symbol]


def get_price(symbol, loop):
    future = asyncio.run_coroutine_threadsafe(fetch_price(symbol), loop)
    return future.result(timeout=0.05)


async def main():
    try:
        price = get_price("ABC", asyncio.get_running_loop())
        print("price:", price)
    except concurrent.futures.TimeoutError:
        print("gave up: still waiting for the price")


asyncio.run(main())
