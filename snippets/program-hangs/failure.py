"""The worker never says that an order is done, so join() waits for ever."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)


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
