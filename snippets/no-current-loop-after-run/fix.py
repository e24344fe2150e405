"""Enter asyncio once and do both steps in one event loop."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send_report(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


async def main():
    orders = await load_orders()
    await send_report(orders)


asyncio.run(main())
