"""Coroutines await, threads wait, and the wrong choice raises at once instead of waiting forever."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0)
    return {"ABC": 42}[symbol]


def get_price(symbol, loop):
    try:
        running_loop = asyncio.get_running_loop()
    except RuntimeError:
        running_loop = None
    if running_loop is loop:
        raise RuntimeError("await fetch_price() in a coroutine")
    future = asyncio.run_coroutine_threadsafe(fetch_price(symbol), loop)
    try:
        return future.result(timeout=5)
    finally:
        future.cancel()


async def main():
    loop = asyncio.get_running_loop()
    print("price in a thread:", await loop.run_in_executor(None, get_price, "ABC", loop))
    print("price in a coroutine:", await fetch_price("ABC"))


asyncio.run(main())
