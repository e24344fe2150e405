"""A worker waits for the next order while the queue is shut down."""
import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
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
