"""A task uses the executor after the block that shuts it down."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def resize(photo):
    return photo + ", resized"


async def publish(photo, executor):
    loop = asyncio.get_running_loop()
    print("published:", await loop.run_in_executor(executor, resize, photo))


async def main():
    with ThreadPoolExecutor() as executor:
        task = asyncio.create_task(publish("cat.png", executor))
    await asyncio.wait([task])


asyncio.run(main())
