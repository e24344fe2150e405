"""A sensor's thread starts a coroutine with asyncio.create_task()."""

import asyncio
import threading


async def save(reading):
    print("saved", reading)


def watch_sensor():
    asyncio.create_task(save(21.5))


async def main():
    loop = asyncio.get_running_loop()
    sensor = threading.Thread(target=watch_sensor)
    sensor.start()
    await loop.run_in_executor(None, sensor.join)


asyncio.run(main())
