"""A timer prints where every task waits."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)


def print_tasks():
    for task in sorted(asyncio.all_tasks(), key=asyncio.Task.get_name):
        task.print_stack()


async def main():
    asyncio.get_running_loop().call_later(0.02, print_tasks)
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders), name="packer")
    for order in (1, 2, 3):
        orders.put_nowait(order)
    joining = asyncio.create_task(orders.join(), name="join")
    await asyncio.wait([joining], timeout=0.2)
    joining.cancel()
    worker.cancel()


asyncio.run(main())
