"""The loop closes its async generators while a task is still reading one."""

import asyncio


async def read_orders():
    for order in (1, 2, 3, 4):
        await asyncio.sleep(60)
        yield order


async def pack(orders):
    async for order in orders:
        print("packs order", order)


async def main():
    packer = asyncio.create_task(pack(read_orders()))
    await asyncio.sleep(0)
    return packer


loop = asyncio.new_event_loop()
packer = loop.run_until_complete(main())
loop.run_until_complete(loop.shutdown_asyncgens())
packer.cancel()
loop.run_until_complete(asyncio.wait([packer]))
loop.close()
