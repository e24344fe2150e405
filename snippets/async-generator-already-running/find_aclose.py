"""main() closes the async generator that another task is reading."""

import asyncio


async def read_orders():
    for order in (1, 2, 3, 4):
        await asyncio.sleep(60)
        yield order


async def pack(orders):
    async for order in orders:
        print("packs order", order)


async def main():
    orders = read_orders()
    packer = asyncio.create_task(pack(orders))
    await asyncio.sleep(0)
    await orders.aclose()
    await packer


asyncio.run(main())
