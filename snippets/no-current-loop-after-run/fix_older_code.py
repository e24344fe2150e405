"""Keep a current event loop for code that calls get_event_loop()."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


def send_report(orders):
    loop = asyncio.get_event_loop()
    loop.run_until_complete(send(orders))


with asyncio.Runner() as runner:
    send_report(runner.run(load_orders()))
