"""One task reads the async generator, and marks the end of the queue for each of two tasks."""

import asyncio


async def read_orders():
    for order in (1, 2, 3, 4):
        await asyncio.sleep(0)
        yield order


async def fill(queue, orders, readers):
    async for order in orders:
        await queue.put(order)
    for _ in range(readers):
        await queue.put(None)


async def pack(name, queue):
    while True:
        order = await queue.get()
        if order is None:
            return
        print(name, "packs order", order)


async def main():
    queue = asyncio.Queue(maxsize=10)
    async with asyncio.TaskGroup() as group:
        group.create_task(fill(queue, read_orders(), readers=2))
        group.create_task(pack("Ann", queue))
        group.create_task(pack("Bob", queue))


asyncio.run(main())
