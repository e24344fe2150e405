"""Two threads run their coroutines in the same event loop."""

import asyncio
import threading

loop = asyncio.new_event_loop()
first_is_waiting = threading.Event()
prices = {}


async def fetch_price(item):
    first_is_waiting.set()
    await asyncio.sleep(0.2)
    return 3


def handle_request(item):
    prices[item] = loop.run_until_complete(fetch_price(item))


first = threading.Thread(target=handle_request, args=["apples"])
second = threading.Thread(target=handle_request, args=["pears"])
first.start()
first_is_waiting.wait()
second.start()
first.join()
second.join()
loop.close()
print("prices of", sorted(prices))
