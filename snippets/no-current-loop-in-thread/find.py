"""Name your threads, so that the message names the one that failed."""

import asyncio
import threading


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def show_price():
    loop = asyncio.get_event_loop()
    price = loop.run_until_complete(fetch_price("tea"))
    print("price of tea:", price)


worker = threading.Thread(target=show_price, name="price-updater")
worker.start()
worker.join()
