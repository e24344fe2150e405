"""A sensor's thread asks the event loop to set the asyncio.Event."""

import asyncio
import threading
import time


def watch_sensor(loop, arrived):
    time.sleep(0.05)
    loop.call_soon_threadsafe(arrived.set)


async def main():
    loop = asyncio.get_running_loop()
    arrived = asyncio.Event()
    threading.Thread(target=watch_sensor, args=[loop, arrived]).start()
    await arrived.wait()
    print("a reading has arrived")


asyncio.run(main())
