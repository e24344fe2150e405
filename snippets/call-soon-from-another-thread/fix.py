"""A thread passes its reading to a sleeping event loop with call_soon_threadsafe()."""

import asyncio
import threading
import time


def watch_sensor(loop, reading, received):
    time.sleep(0.05)
    loop.call_soon_threadsafe(reading.set_result, 21.5)
    print("received in time:", received.wait(0.2))


async def show(reading, received):
    print("reading:", await reading)
    received.set()


async def main():
    loop = asyncio.get_running_loop()
    reading = loop.create_future()
    received = threading.Event()
    watching = loop.run_in_executor(None, watch_sensor, loop, reading, received)
    await asyncio.gather(watching, show(reading, received))


asyncio.run(main())
