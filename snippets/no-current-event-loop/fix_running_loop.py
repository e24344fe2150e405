"""Ask for the event loop in a coroutine, where it is running."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def report(loop, context):
    print("asyncio reports:", context["message"])
    loop.default_exception_handler(context)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    print("price of tea:", await fetch_price("tea"))


asyncio.run(main())
