"""Start the task from a coroutine, while an event loop runs."""

import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


def place_order(item):
    return asyncio.create_task(save_order(item))


async def main():
    await place_order("tea")


asyncio.run(main())
