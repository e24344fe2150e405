"""Show where each task is that was cancelled and has not ended."""
import asyncio
import sys


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def poll_prices():
    for number in (1, 2, 3):
        try:
            print("poll", number, "got", await fetch_price())
        except BaseException as error:
            print("poll", number, "failed, go on:", repr(error))


def show_survivors():
    for task in asyncio.all_tasks():
        if task.cancelling():
            print("cancel() was called", task.cancelling(), "time(s):", task)
            task.print_stack(file=sys.stdout)


async def main():
    poller = asyncio.create_task(poll_prices())
    await asyncio.sleep(0)
    poller.cancel()
    await asyncio.sleep(0)
    show_survivors()
    await asyncio.wait([poller])


asyncio.run(main())
