"""A thread calls an async function, which only creates a coroutine."""

import asyncio
import threading

saved = []


async def save_order(item):
    await asyncio.sleep(0.01)
    saved.append(item)


worker = threading.Thread(target=save_order, args=("tea",))
worker.start()
worker.join()
print("saved orders:", saved)
