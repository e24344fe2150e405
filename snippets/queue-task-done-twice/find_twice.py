"""An order that fails is counted twice."""
import asyncio


async def pack(orders):
    while True:
        order = await orders.get()
        try:
            print("packed", order.upper())
        except AttributeError:
            print("not an order:", order)
            orders.task_done()
        finally:
            orders.task_done()


async def main():
    orders = asyncio.Queue()
    orders.put_nowait(None)
    await pack(orders)


asyncio.run(main())
