"""Cancel all other tasks, with the functions of Python 3.7 and newer."""
import asyncio


async def poll_prices():
    await asyncio.sleep(3600)


async def main():
    poller = asyncio.create_task(poll_prices())
    await asyncio.sleep(0)
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            task.cancel()
    await asyncio.wait({poller})
    print("poller cancelled:", poller.cancelled())


asyncio.run(main())
