"""Ask for the current event loop after asyncio.run() has removed it."""

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


send_report(asyncio.run(load_orders()))
