"""A callback fails, and the code that waits for its result does not get the error."""
import asyncio


def on_message(price, text):
    if not price.done():
        price.set_result(float(text))


async def main():
    loop = asyncio.get_running_loop()
    price = loop.create_future()
    loop.call_soon(on_message, price, "n/a")
    try:
        print("price:", await asyncio.wait_for(price, timeout=0.02))
    except asyncio.TimeoutError:
        print("no message in time")


asyncio.run(main())
