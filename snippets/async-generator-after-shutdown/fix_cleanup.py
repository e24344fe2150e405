"""The async generator is closed before main() returns, so its cleanup runs earlier."""

import asyncio


async def read_errors():
    yield "order 2 is late"


async def read_orders():
    try:
        for order in (1, 2, 3):
            yield order
    finally:
        async for error in read_errors():
            print("error:", error)


async def main(orders):
    try:
        async for order in orders:
            print("first order:", order)
            break
    finally:
        await orders.aclose()


orders = read_orders()
asyncio.run(main(orders))
