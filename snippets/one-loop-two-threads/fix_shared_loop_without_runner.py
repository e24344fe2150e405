"""One thread runs the event loop with asyncio.run(); two others pass their coroutines to it."""

import asyncio
import concurrent.futures
import threading

started = concurrent.futures.Future()
prices = {}


async def fetch_price(item):
    await asyncio.sleep(0.05)
    return 3


async def run_until_stopped():
    stop = asyncio.Event()
    started.set_result((asyncio.get_running_loop(), stop))
    await stop.wait()


def handle_request(item):
    future = asyncio.run_coroutine_threadsafe(fetch_price(item), loop)
    try:
        prices[item] = future.result(timeout=5)
    finally:
        future.cancel()


owner = threading.Thread(target=asyncio.run, args=[run_until_stopped()])
first = threading.Thread(target=handle_request, args=["apples"])
second = threading.Thread(target=handle_request, args=["pears"])
owner.start()
loop, stop = started.result()
try:
    first.start()
    second.start()
    first.join()
    second.join()
finally:
    loop.call_soon_threadsafe(stop.set)
    owner.join()
print("prices of", sorted(prices))
