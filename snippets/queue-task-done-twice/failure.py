"""A worker is cancelled while it waits for the next order."""
import asyncio
import logging


async def pack(orders):
    while True:
        try:
            order = await orders.get()
            print("packed", order.upper())
        except Exception:
            logging.exception("not packed")
        finally:
            orders.task_done()


async def main():
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders))
    for order in ("tea", "rice"):
        orders.put_nowait(order)
    try:
        await orders.join()
    finally:
        worker.cancel()
    await asyncio.wait([worker])
    if not worker.cancelled():
        worker.result()  # raises the error of the worker
    print("all orders packed")


asyncio.run(main())
