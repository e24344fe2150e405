"""A worker returns when the queue is shut down and empty."""
import asyncio


async def pack(orders):
    while True:
        try:
            order = await orders.get()
        except asyncio.QueueShutDown:
            return
        print("packed", order)


async def main():
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders))
    for order in ("tea", "rice"):
        orders.put_nowait(order)
    orders.shutdown()
    await worker
    print("all orders packed")


asyncio.run(main())
