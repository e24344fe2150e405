"""The method of the future is the callback itself, so the traceback has no line of the program."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    reply = loop.create_future()
    try:
        print("price:", await asyncio.wait_for(reply, timeout=0.01))
    except asyncio.TimeoutError:
        print("no price in time")
    loop.call_soon(reply.set_result, 42)  # the server was too slow
    await asyncio.sleep(0)


asyncio.run(main())
