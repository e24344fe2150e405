"""An exception handler passes the error to main(), which can stop the program."""

import asyncio


def save_price(text):
    print("saved:", float(text))


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()

    def stop_program(loop, context):
        if failed.done():
            loop.default_exception_handler(context)
        else:
            error = context.get("exception") or RuntimeError(context["message"])
            failed.set_exception(error)

    loop.set_exception_handler(stop_program)
    loop.call_soon(save_price, "n/a")
    loop.call_soon(save_price, "7.25")
    try:
        await asyncio.wait_for(failed, timeout=0.01)
    except ValueError as error:
        print("the program stops:", error)


asyncio.run(main())
