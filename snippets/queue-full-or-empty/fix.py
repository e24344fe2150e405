"""Put three orders into a queue with two places, and wait for a free place."""
import asyncio


async def take_orders(orders):
    for order in ("tea", "rice", "salt"):
        await orders.put(order)


async def pack(orders):
    for _ in range(3):
        print("packed", await orders.get())


async def main():
    orders = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(take_orders(orders))
        group.create_task(pack(orders))


asyncio.run(main())
