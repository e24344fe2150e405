"""The worker survives an order that it cannot pack, and still reports it as done."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        try:
            print("packed order", int(order))
        except Exception as error:
            print("did not pack order", order, "because:", error)
        finally:
            orders.task_done()


async def pack_all():
    orders = asyncio.Queue()
    for order in ("1", "two", "3"):
        orders.put_nowait(order)
    worker = asyncio.create_task(pack(orders))
    try:
        await orders.join()
        print("all orders done")
    finally:
        worker.cancel()


asyncio.run(pack_all())
