"""The async generators are shut down after everything that uses the loop."""

import asyncio


async def read_orders():
    try:
        for order in (1, 2, 3):
            yield order
    finally:
        await asyncio.sleep(0)
        print("file closed")


async def main():
    print("the shop is open")


async def report(orders):
    async for order in orders:
        print("first order:", order)
        break


orders = read_orders()
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
    loop.run_until_complete(report(orders))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
