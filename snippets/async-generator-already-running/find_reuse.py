"""One anext() is awaited twice: after the timeout, it cannot be awaited again."""

import asyncio


async def read_orders():
    for order in (1, 2, 3, 4):
        await asyncio.sleep(60)
        yield order


async def main():
    next_order = read_orders().__anext__()
    while True:
        try:
            print("next order:", await asyncio.wait_for(next_order, 0.01))
        except asyncio.TimeoutError:
            print("no order yet")


asyncio.run(main())
