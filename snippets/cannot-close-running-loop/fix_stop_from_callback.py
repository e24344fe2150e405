"""Set an event from the callback, and return from the coroutine that waits for it."""

import asyncio


async def fetch_report():
    await asyncio.sleep(0.01)
    return "42 orders"


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.call_soon(stop.set)
    print(await fetch_report())
    await stop.wait()


asyncio.run(main())
