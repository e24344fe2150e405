"""The wrong cure: the thread starts the coroutine with loop.create_task()."""

import asyncio
import threading
import time


async def save(reading):
    print("saved", reading)


def watch_sensor(loop):
    time.sleep(0.05)
    task = loop.create_task(save(21.5))
    time.sleep(0.05)
    print("saved 50 ms later:", task.done())


async def main():
    loop = asyncio.get_running_loop()
    sensor = threading.Thread(target=watch_sensor, args=[loop])
    sensor.start()
    await loop.run_in_executor(None, sensor.join)


asyncio.run(main())
