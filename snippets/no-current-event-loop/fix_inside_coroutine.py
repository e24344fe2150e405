"""In a coroutine get_event_loop() returns the running loop."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def report(loop, context):
    print("asyncio reports:", context["message"])
    loop.default_exception_handler(context)


async def main():
    loop = asyncio.get_event_loop()
    loop.set_exception_handler(report)
    print("price of tea:", await fetch_price("tea"))


asyncio.run(main())
