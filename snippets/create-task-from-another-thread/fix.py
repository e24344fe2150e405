"""A sensor's thread starts a coroutine with asyncio.run_coroutine_threadsafe()."""

import asyncio
import threading


async def save(reading):
    print("saved", reading)


def watch_sensor(loop):
    future = asyncio.run_coroutine_threadsafe(save(21.5), loop)
    future.result()


async def main():
    loop = asyncio.get_running_loop()
    sensor = threading.Thread(target=watch_sensor, args=[loop])
    sensor.start()
    await loop.run_in_executor(None, sensor.join)


asyncio.run(main())
