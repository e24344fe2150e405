"""The coroutine stops the thread, and continues only when the thread has ended."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

copied = []


def copy_photos(disk_ready, stop):
    for photo in ("cat.png", "dog.png"):
        while not disk_ready.wait(0.01):
            if stop.is_set():
                return
        copied.append(photo)


async def copy_within(seconds, executor, disk_ready):
    loop = asyncio.get_running_loop()
    stop = threading.Event()
    job = loop.run_in_executor(executor, copy_photos, disk_ready, stop)
    try:
        done, pending = await asyncio.wait([job], timeout=seconds)
    finally:
        stop.set()
        await job
    if pending:
        raise asyncio.TimeoutError


async def main(executor):
    try:
        await copy_within(0.02, executor, threading.Event())
    except asyncio.TimeoutError:
        print("copied when the thread had ended:", copied)


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
