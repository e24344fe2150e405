"""The worker reports each packed order, and the task group ends the wait if the worker fails."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)
        orders.task_done()


async def pack_all():
    orders = asyncio.Queue()
    for order in (1, 2, 3):
        orders.put_nowait(order)
    async with asyncio.TaskGroup() as group:
        worker = group.create_task(pack(orders))
        await orders.join()
        print("all orders packed")
        worker.cancel()


async def main():
    try:
        await asyncio.wait_for(pack_all(), 0.2)
    except asyncio.TimeoutError:
        print("gave up: still waiting for the orders")


asyncio.run(main())
