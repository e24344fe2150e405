"""Start the task in a plain function, before any event loop runs."""

import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


def place_order(item):
    return asyncio.create_task(save_order(item))


place_order("tea")
