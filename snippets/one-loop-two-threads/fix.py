"""Two threads run their coroutines, each in an event loop of its own."""

import asyncio
import threading

prices = {}


async def fetch_price(item):
    await asyncio.sleep(0.2)
    return 3


def handle_request(item):
    prices[item] = asyncio.run(fetch_price(item))


first = threading.Thread(target=handle_request, args=["apples"])
second = threading.Thread(target=handle_request, args=["pears"])
first.start()
second.start()
first.join()
second.join()
print("prices of", sorted(prices))
