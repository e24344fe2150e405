"""Cancel all other tasks, as programs did before Python 3.7."""
import asyncio


async def poll_prices():
    await asyncio.sleep(3600)


async def main():
    poller = asyncio.create_task(poll_prices())
    await asyncio.sleep(0)
    for task in asyncio.Task.all_tasks():
        if task is not asyncio.Task.current_task():
            task.cancel()
    await asyncio.wait({poller})
    print("poller cancelled:", poller.cancelled())


asyncio.run(main())
