"""The thread checks before each photo whether it should stop."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

copied = []


def copy_photos(disk_ready, stop):
    for photo in ("cat.png", "dog.png"):
        disk_ready.wait()
        if stop.is_set():
            return
        copied.append(photo)


async def main(executor):
    loop = asyncio.get_running_loop()
    disk_ready = threading.Event()
    stop = threading.Event()
    job = loop.run_in_executor(executor, copy_photos, disk_ready, stop)
    try:
        await asyncio.wait_for(job, 0.02)
    except asyncio.TimeoutError:
        print("copying was cancelled:", job.cancelled())
    finally:
        stop.set()
    disk_ready.set()


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
print("copied after all:", copied)
