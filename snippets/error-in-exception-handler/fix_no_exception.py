"""An exception handler reports the message, and the exception if there is one."""

import asyncio
import gc


def report(loop, context):
    error = context.get("exception")
    print("reported:", context["message"], repr(error) if error else "")


async def wait_for_price():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    loop.create_task(wait_for_price())
    await asyncio.sleep(0)
    gc.collect()  # the task is destroyed while it waits


asyncio.run(main())
