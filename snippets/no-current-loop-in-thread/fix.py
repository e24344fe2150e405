"""Run the coroutine in the worker thread with asyncio.run()."""

import asyncio
import threading


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def show_price():
    price = asyncio.run(fetch_price("tea"))
    print("price of tea:", price)


worker = threading.Thread(target=show_price)
worker.start()
worker.join()
