"""A reply that arrives in another thread is set, or ignored, in the thread of the event loop."""
import asyncio
import threading


def set_reply(reply, price):
    if not reply.done():
        reply.set_result(price)


def on_reply(loop, reply, price):
    loop.call_soon_threadsafe(set_reply, reply, price)


async def fetch_price():
    loop = asyncio.get_running_loop()
    reply = loop.create_future()
    client = threading.Thread(target=on_reply, args=(loop, reply, 42))
    client.start()
    return await asyncio.wait_for(reply, timeout=1)


async def main():
    try:
        print("price:", await fetch_price())
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
