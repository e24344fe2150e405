"""Enter asyncio once and do both steps in one event loop."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


async def send_report():
    await send(await load_orders())


asyncio.run(send_report())
