"""An exception handler that takes one argument too few."""

import asyncio


def report(context):
    print("reported:", context["message"])


def save_price(text):
    print("saved:", float(text))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    loop.call_soon(save_price, "n/a")
    await asyncio.sleep(0)


asyncio.run(main())
