"""Count the errors of callbacks, in a handler that still logs them."""
import asyncio

alerts = []


def on_error(loop, context):
    alerts.append(context["message"])
    loop.default_exception_handler(context)


def on_message(text):
    print("price:", float(text))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_error)
    loop.call_soon(on_message, "n/a")
    await asyncio.sleep(0)
    print("alerts:", len(alerts))


asyncio.run(main())
