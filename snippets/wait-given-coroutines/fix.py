"""Ask two shops for the price in two tasks, and take the first answer."""
import asyncio


async def fetch_price(shop):
    if shop == "slow":
        await asyncio.sleep(3600)
    return 42


async def main():
    async with asyncio.TaskGroup() as group:
        fast = group.create_task(fetch_price("fast"))
        slow = group.create_task(fetch_price("slow"))
        done, pending = await asyncio.wait(
            {fast, slow}, return_when=asyncio.FIRST_COMPLETED
        )
        for task in pending:
            task.cancel()
    print("the fast shop has answered:", fast in done)


asyncio.run(main())
