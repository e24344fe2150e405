"""A timeout ends the wait for a thread, but not the thread."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

copied = []


def copy_photos(disk_ready):
    for photo in ("cat.png", "dog.png"):
        disk_ready.wait()
        copied.append(photo)


async def main(executor):
    loop = asyncio.get_running_loop()
    disk_ready = threading.Event()
    job = loop.run_in_executor(executor, copy_photos, disk_ready)
    try:
        await asyncio.wait_for(job, 0.02)
    except asyncio.TimeoutError:
        print("copying was cancelled:", job.cancelled())
    disk_ready.set()


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
print("copied after all:", copied)
