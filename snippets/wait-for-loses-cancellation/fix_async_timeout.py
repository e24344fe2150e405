# /// script
# dependencies = ["async-timeout==5.0.1"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The task waits in a block of async_timeout, which works on every version."""

import asyncio

import async_timeout


async def store_prices(prices):
    while True:
        async with async_timeout.timeout(1):
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
