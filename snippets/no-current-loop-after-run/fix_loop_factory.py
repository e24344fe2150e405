"""A library passes a loop_factory, so that its caller keeps the current event loop."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


def read_orders():
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        return runner.run(load_orders())


def send_report(orders):
    loop = asyncio.get_event_loop()
    loop.run_until_complete(send(orders))


with asyncio.Runner():
    send_report(read_orders())
