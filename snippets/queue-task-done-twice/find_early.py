"""A worker gives up waiting, and marks an order as done that another worker still packs."""
import asyncio


async def pack_at_once(orders):
    try:
        order = await asyncio.wait_for(orders.get(), timeout=0.01)
        print("packed", order)
    except asyncio.TimeoutError:
        print("no order in time")
    finally:
        orders.task_done()


async def pack(orders, tape):
    order = await orders.get()
    await tape.wait()
    print("packed", order)
    orders.task_done()


async def main():
    orders, tape = asyncio.Queue(), asyncio.Event()
    orders.put_nowait("tea")
    packing = asyncio.create_task(pack(orders, tape))
    await asyncio.sleep(0)  # pack() takes the order
    await pack_at_once(orders)
    await orders.join()
    print("join() has returned, order packed:", packing.done())
    tape.set()
    await packing


asyncio.run(main())
