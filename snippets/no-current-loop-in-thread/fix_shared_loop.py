"""Run the coroutine in the event loop of the main thread."""

import asyncio
import concurrent.futures


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def show_price(loop):
    future = asyncio.run_coroutine_threadsafe(fetch_price("tea"), loop)
    try:
        price = future.result(timeout=1)
    finally:
        future.cancel()
    print("price of tea:", price)


async def main(workers):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(workers, show_price, loop)


with concurrent.futures.ThreadPoolExecutor() as workers:
    asyncio.run(main(workers))
