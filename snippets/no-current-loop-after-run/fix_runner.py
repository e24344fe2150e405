"""Keep one event loop open between the two steps with asyncio.Runner."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


def send_report(runner, orders):
    runner.run(send(orders))


with asyncio.Runner() as runner:
    send_report(runner, runner.run(load_orders()))
