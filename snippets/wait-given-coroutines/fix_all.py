"""Ask two shops for the price, and wait for both answers, without wait()."""
import asyncio


async def fetch_price(shop):
    await asyncio.sleep(0.01)
    return {"fast": 42, "slow": 40}[shop]


async def main():
    async with asyncio.TaskGroup() as group:
        fast = group.create_task(fetch_price("fast"))
        slow = group.create_task(fetch_price("slow"))
    print("prices:", fast.result(), slow.result())


asyncio.run(main())
