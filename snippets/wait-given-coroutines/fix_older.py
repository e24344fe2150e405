"""Ask two shops for the price in two tasks, and stop them whatever happens."""
import asyncio


async def fetch_price(shop):
    if shop == "slow":
        await asyncio.sleep(3600)
    return 42


async def main():
    fast = asyncio.create_task(fetch_price("fast"))
    slow = asyncio.create_task(fetch_price("slow"))
    try:
        done, pending = await asyncio.wait(
            {fast, slow}, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        for task in (fast, slow):
            task.cancel()
        await asyncio.wait({fast, slow})
    for task in done:
        print("first answer:", task.result())


asyncio.run(main())
