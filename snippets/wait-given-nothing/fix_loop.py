"""Wait in a loop that ends when the last task is done."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0)
    return len(item)


async def main():
    async with asyncio.TaskGroup() as group:
        pending = {group.create_task(fetch_price(item)) for item in ("tea", "rice")}
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            print("prices:", sorted(task.result() for task in done))
    print("no more prices")


asyncio.run(main())
