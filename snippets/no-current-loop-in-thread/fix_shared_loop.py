"""Run the coroutine in the event loop of the main thread."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def show_price(loop):
    future = asyncio.run_coroutine_threadsafe(fetch_price("tea"), loop)
    print("price of tea:", future.result(timeout=1))


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, show_price, loop)


asyncio.run(main())
