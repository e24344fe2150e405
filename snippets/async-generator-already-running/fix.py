"""One task reads the async generator, and two tasks read a queue."""

import asyncio


async def read_orders():
    for order in (1, 2, 3, 4):
        await asyncio.sleep(0)
        yield order


async def fill(queue, orders):
    async for order in orders:
        await queue.put(order)
    queue.shutdown()


async def pack(name, queue):
    try:
        while True:
            order = await queue.get()
            print(name, "packs order", order)
    except asyncio.QueueShutDown:
        pass


async def main():
    queue = asyncio.Queue(maxsize=10)
    async with asyncio.TaskGroup() as group:
        group.create_task(fill(queue, read_orders()))
        group.create_task(pack("Ann", queue))
        group.create_task(pack("Bob", queue))


asyncio.run(main())
