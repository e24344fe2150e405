"""Ask for the current event loop after asyncio.run has removed it."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send_report(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


orders = asyncio.run(load_orders())
loop = asyncio.get_event_loop()
loop.run_until_complete(send_report(orders))
