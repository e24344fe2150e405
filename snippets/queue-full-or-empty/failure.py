"""Put three orders into a queue with two places, without waiting."""
import asyncio


async def take_orders(orders):
    for order in ("tea", "rice", "salt"):
        orders.put_nowait(order)


async def pack(orders):
    for _ in range(3):
        print("packed", await orders.get())


async def main():
    orders = asyncio.Queue(maxsize=2)
    await asyncio.gather(take_orders(orders), pack(orders))


asyncio.run(main())
