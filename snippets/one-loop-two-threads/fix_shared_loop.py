"""One thread runs the event loop; two others pass their coroutines to it."""

import asyncio
import threading

runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
loop = runner.get_loop()
stop = asyncio.Event()
prices = {}


async def fetch_price(item):
    await asyncio.sleep(0.05)
    return 3


def run_loop():
    with runner:
        runner.run(stop.wait())


def handle_request(item):
    future = asyncio.run_coroutine_threadsafe(fetch_price(item), loop)
    try:
        prices[item] = future.result(timeout=5)
    finally:
        future.cancel()


owner = threading.Thread(target=run_loop)
first = threading.Thread(target=handle_request, args=["apples"])
second = threading.Thread(target=handle_request, args=["pears"])
owner.start()
try:
    first.start()
    second.start()
    first.join()
    second.join()
finally:
    loop.call_soon_threadsafe(stop.set)
    owner.join()
print("prices of", sorted(prices))
