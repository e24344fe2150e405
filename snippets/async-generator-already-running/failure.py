"""Two tasks read one async generator."""

import asyncio


async def read_orders():
    for order in (1, 2, 3, 4):
        await asyncio.sleep(0)
        yield order


async def pack(name, orders):
    async for order in orders:
        print(name, "packs order", order)


async def main():
    orders = read_orders()
    await asyncio.gather(pack("Ann", orders), pack("Bob", orders))


asyncio.run(main())
