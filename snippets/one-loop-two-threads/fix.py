"""Two threads run their coroutines, each in its own event loop."""

import asyncio
import threading

first_is_waiting = threading.Event()
prices = {}


async def fetch_price(item):
    first_is_waiting.set()
    await asyncio.sleep(0.2)
    return 3


def handle_request(item):
    prices[item] = asyncio.run(fetch_price(item))


first = threading.Thread(target=handle_request, args=["apples"])
second = threading.Thread(target=handle_request, args=["pears"])
first.start()
first_is_waiting.wait()
second.start()
first.join()
second.join()
print("prices of", sorted(prices))
