"""A thread runs an event loop, and the loop runs the coroutine."""

import asyncio
import threading

saved = []


async def save_order(item):
    await asyncio.sleep(0.01)
    saved.append(item)


worker = threading.Thread(target=asyncio.run, args=(save_order("tea"),))
worker.start()
worker.join()
print("saved orders:", saved)
