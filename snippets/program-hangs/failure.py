"""The worker never reports that an order is packed, so join() waits forever."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)


async def pack_all():
    orders = asyncio.Queue()
    for order in (1, 2, 3):
        orders.put_nowait(order)
    worker = asyncio.create_task(pack(orders))
    await orders.join()
    print("all orders packed")
    worker.cancel()


async def main():
    try:
        await asyncio.wait_for(pack_all(), 0.2)
    except asyncio.TimeoutError:
        print("gave up: still waiting for the orders")


asyncio.run(main())
