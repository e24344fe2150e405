"""A callback passes its error to the code that waits for its result."""
import asyncio


def on_message(price, text):
    if not price.done():
        try:
            price.set_result(float(text))
        except Exception as error:
            price.set_exception(error)


async def main():
    loop = asyncio.get_running_loop()
    price = loop.create_future()
    loop.call_soon(on_message, price, "n/a")
    try:
        print("price:", await asyncio.wait_for(price, timeout=0.02))
    except asyncio.TimeoutError:
        print("no message in time")
    except ValueError as error:
        print("not a price:", error)


asyncio.run(main())
