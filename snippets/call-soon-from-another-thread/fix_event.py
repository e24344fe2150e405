"""A sensor's thread asks the event loop to set the asyncio.Event."""

import asyncio
import time


def watch_sensor(loop, arrived):
    time.sleep(0.05)
    loop.call_soon_threadsafe(arrived.set)


async def show(arrived):
    await arrived.wait()
    print("a reading has arrived")


async def main():
    loop = asyncio.get_running_loop()
    arrived = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.to_thread(watch_sensor, loop, arrived))
        group.create_task(show(arrived))


asyncio.run(main())
