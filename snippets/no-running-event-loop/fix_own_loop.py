"""Create the task on the event loop of a Runner, before the loop runs."""

import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


def place_order(loop, item):
    return loop.create_task(save_order(item))


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    order = place_order(loop, "tea")
    loop.run_until_complete(order)
