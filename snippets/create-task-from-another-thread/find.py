"""Not a fix: the thread starts the coroutine with loop.create_task()."""

import asyncio
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
    await loop.run_in_executor(None, watch_sensor, loop)


asyncio.run(main())
