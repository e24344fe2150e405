"""Ask a task whether it has failed, while it still runs."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    raise LookupError(f"no price of {item}")


async def main():
    task = asyncio.create_task(fetch_price("rice"))
    if task.exception():
        print("failed")


asyncio.run(main())
