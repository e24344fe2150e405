"""The queue is shut down, so the worker returns after the last order, without a count of orders."""

import asyncio


async def pack(orders):
    while True:
        try:
            order = await orders.get()
        except asyncio.QueueShutDown:
            return
        print("packed order", order)


async def pack_all():
    orders = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(pack(orders))
        for order in (1, 2, 3):
            orders.put_nowait(order)
        orders.shutdown()
    print("all orders packed")


asyncio.run(pack_all())
