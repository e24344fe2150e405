"""Take the orders that are there, and do not wait for more."""
import asyncio


async def main():
    orders = asyncio.Queue()
    for order in ("tea", "rice"):
        orders.put_nowait(order)
    batch = []
    while not orders.empty():
        batch.append(orders.get_nowait())
    print("batch:", batch)


asyncio.run(main())
