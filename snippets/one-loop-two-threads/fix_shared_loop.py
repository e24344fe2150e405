"""One thread runs the event loop; two others hand it their coroutines."""

import asyncio
import threading

loop = asyncio.new_event_loop()
prices = {}


async def fetch_price(item):
    await asyncio.sleep(0.2)
    return 3


def handle_request(item):
    future = asyncio.run_coroutine_threadsafe(fetch_price(item), loop)
    prices[item] = future.result()


owner = threading.Thread(target=loop.run_forever)
first = threading.Thread(target=handle_request, args=["apples"])
second = threading.Thread(target=handle_request, args=["pears"])
owner.start()
first.start()
second.start()
first.join()
second.join()
loop.call_soon_threadsafe(loop.stop)
owner.join()
loop.close()
print("prices of", sorted(prices))
