"""Run both steps in one event loop with a single asyncio.run()."""

import asyncio


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


async def send(orders):
    await asyncio.sleep(0.01)
    print("report sent:", len(orders), "orders")


async def send_report(orders):
    await send(orders)


async def main():
    await send_report(await load_orders())


asyncio.run(main())
