"""Stop another task without catching a CancelledError that may be meant for this one."""
import asyncio


async def poll_prices():
    await asyncio.Event().wait()


async def stop(task):
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.result()  # raises the error of the task, if it has one


async def main():
    poller = asyncio.create_task(poll_prices())
    await asyncio.sleep(0)
    await stop(poller)
    print("poller cancelled:", poller.cancelled())


asyncio.run(main())
