"""A thread hands its reading to a sleeping event loop with call_soon()."""

import asyncio
import time


def watch_sensor(loop, reading):
    time.sleep(0.05)
    loop.call_soon(reading.set_result, 21.5)
    time.sleep(0.05)
    print("received 50 ms later:", reading.done())


async def show(reading):
    print("reading:", await reading)


async def main():
    loop = asyncio.get_running_loop()
    reading = loop.create_future()
    watching = loop.run_in_executor(None, watch_sensor, loop, reading)
    await asyncio.gather(watching, show(reading))


asyncio.run(main())
