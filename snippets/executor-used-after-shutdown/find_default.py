"""A task uses the loop's own executor after the loop has shut it down."""

import asyncio


def resize(photo):
    return photo + ", resized"


async def publish(photo):
    print("published:", await asyncio.to_thread(resize, photo))


async def main():
    await publish("cat.png")
    await asyncio.get_running_loop().shutdown_default_executor()
    await publish("dog.png")


asyncio.run(main())
