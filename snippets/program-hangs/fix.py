"""The worker says that an order is done, and join() returns."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)
        orders.task_done()


async def main():
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders))
    for order in (1, 2, 3):
        orders.put_nowait(order)
    try:
        await asyncio.wait_for(orders.join(), 0.2)
        print("all orders packed")
    except asyncio.TimeoutError:
        print("gave up: still waiting for the orders")
    worker.cancel()


asyncio.run(main())
