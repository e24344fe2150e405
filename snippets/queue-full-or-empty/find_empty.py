"""Take an order out of a queue before the other task has put one in."""
import asyncio


async def take_orders(orders):
    await orders.put("tea")


async def main():
    orders = asyncio.Queue()
    taking = asyncio.create_task(take_orders(orders))
    print("packed", orders.get_nowait())
    await taking


asyncio.run(main())
