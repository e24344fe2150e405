"""Keep one event loop for all jobs of a thread with asyncio.Runner."""

import asyncio
import threading


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def show_prices():
    with asyncio.Runner() as runner:
        for item in ["tea", "milk"]:
            price = runner.run(fetch_price(item))
            print(f"price of {item}: {price}")


worker = threading.Thread(target=show_prices)
worker.start()
worker.join()
