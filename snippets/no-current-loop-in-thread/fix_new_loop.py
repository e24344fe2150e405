"""Keep one event loop for all jobs of a thread with new_event_loop()."""

import asyncio
import threading


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def show_prices():
    loop = asyncio.new_event_loop()
    try:
        for item in ["tea", "milk"]:
            price = loop.run_until_complete(fetch_price(item))
            print(f"price of {item}: {price}")
    finally:
        loop.close()


worker = threading.Thread(target=show_prices)
worker.start()
worker.join()
