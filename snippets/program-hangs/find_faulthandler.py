"""After half a second faulthandler prints what the threads do, and ends the program."""

import asyncio
import faulthandler


async def pack(orders):
    while True:
        order = await orders.get()
        print("packed order", order)


async def main():
    orders = asyncio.Queue()
    worker = asyncio.create_task(pack(orders))
    for order in (1, 2, 3):
        orders.put_nowait(order)
    await orders.join()
    worker.cancel()


faulthandler.dump_traceback_later(0.5, exit=True)
asyncio.run(main())
