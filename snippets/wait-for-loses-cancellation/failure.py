"""A task is cancelled just when its wait_for() gets a result."""

import asyncio


async def store_prices(prices):
    while True:
        price = await asyncio.wait_for(prices.get(), timeout=1)
        print("stored", price)


async def main():
    prices = asyncio.Queue()
    worker = asyncio.create_task(store_prices(prices))
    await asyncio.sleep(0.01)
    prices.put_nowait(42)
    worker.cancel()
    await asyncio.wait({worker}, timeout=0.05)
    print("worker cancelled:", worker.cancelled(), "- in the queue:", prices.qsize())


asyncio.run(main())
