"""Create the task on an event loop that you created, before it runs."""

import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


def place_order(loop, item):
    return loop.create_task(save_order(item))


loop = asyncio.new_event_loop()
try:
    order = place_order(loop, "tea")
    loop.run_until_complete(order)
finally:
    loop.close()
