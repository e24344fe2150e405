"""Keep one event loop between the two steps with asyncio.Runner."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send_report(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


with asyncio.Runner() as runner:
    orders = runner.run(load_orders())
    runner.run(send_report(orders))
