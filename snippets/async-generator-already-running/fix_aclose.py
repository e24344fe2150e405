"""main() cancels the task that reads the async generator, and this task closes it."""

import asyncio
from contextlib import aclosing


async def read_orders():
    try:
        for order in (1, 2, 3, 4):
            await asyncio.sleep(60)
            yield order
    finally:
        print("connection released")


async def pack(orders):
    async with aclosing(orders):
        async for order in orders:
            print("packs order", order)


async def main():
    packer = asyncio.create_task(pack(read_orders()))
    await asyncio.sleep(0)
    packer.cancel()
    await asyncio.wait([packer])


asyncio.run(main())
