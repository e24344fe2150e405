"""An exception handler expects an exception, and this context has none."""

import asyncio
import gc


def report(loop, context):
    error = context["exception"]
    print("reported:", type(error).__name__, error)


async def wait_for_price():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    loop.create_task(wait_for_price())
    await asyncio.sleep(0)
    gc.collect()  # the task is destroyed while it waits


asyncio.run(main())
