"""A timer prints the stack of every task, down to the innermost await."""

import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)


def print_tasks():
    for task in sorted(asyncio.all_tasks(), key=asyncio.Task.get_name):
        asyncio.print_call_graph(task)


async def main():
    asyncio.get_running_loop().call_later(0.02, print_tasks)
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders), name="packer")
    for order in (1, 2, 3):
        orders.put_nowait(order)
    try:
        await asyncio.wait_for(orders.join(), 0.2)
    except asyncio.TimeoutError:
        print("gave up: still waiting for the orders")
    worker.cancel()


asyncio.run(main())
