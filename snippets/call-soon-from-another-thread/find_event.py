"""A sensor's thread sets an asyncio.Event for which main() waits."""

import asyncio
import faulthandler
import threading
import time


def watch_sensor(arrived):
    time.sleep(0.05)
    arrived.set()


async def main():
    arrived = asyncio.Event()
    threading.Thread(target=watch_sensor, args=[arrived]).start()
    await arrived.wait()
    print("a reading has arrived")


faulthandler.dump_traceback_later(0.5, exit=True)
asyncio.run(main())
