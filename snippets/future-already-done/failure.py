"""The reply of a server arrives after the request has timed out."""
import asyncio


def on_reply(reply, price):
    reply.set_result(price)


async def main():
    loop = asyncio.get_running_loop()
    reply = loop.create_future()
    try:
        print("price:", await asyncio.wait_for(reply, timeout=0.01))
    except asyncio.TimeoutError:
        print("no price in time")
    loop.call_soon(on_reply, reply, 42)  # the server was too slow
    await asyncio.sleep(0)


asyncio.run(main())
