"""The executor lives longer than the event loop that uses it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def resize(photo):
    return photo + ", resized"


async def publish(photo, executor):
    loop = asyncio.get_running_loop()
    print("published:", await loop.run_in_executor(executor, resize, photo))


async def main(executor):
    task = asyncio.create_task(publish("cat.png", executor))
    await asyncio.wait([task])


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
