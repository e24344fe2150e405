"""A sensor's thread sets an asyncio.Event for which main() waits."""

import asyncio
import faulthandler
import threading


def watch_sensor(arrived):
    arrived.set()


async def main():
    arrived = asyncio.Event()
    sensor = threading.Thread(target=watch_sensor, args=[arrived])
    asyncio.get_running_loop().call_soon(sensor.start)
    await arrived.wait()
    print("a reading has arrived")


faulthandler.dump_traceback_later(0.5, exit=True)
asyncio.run(main())
