"""An exception handler raises the error again, to stop the program."""

import asyncio


def stop_program(loop, context):
    raise context["exception"]


def save_price(text):
    print("saved:", float(text))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(stop_program)
    loop.call_soon(save_price, "n/a")
    loop.call_soon(save_price, "7.25")
    await asyncio.sleep(0.01)
    print("the program continues")


asyncio.run(main())
