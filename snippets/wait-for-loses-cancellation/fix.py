"""The task waits in a block of asyncio.timeout(), which loses no cancellation."""

import asyncio


async def store_prices(prices):
    while True:
        async with asyncio.timeout(1):
            price = await prices.get()
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
