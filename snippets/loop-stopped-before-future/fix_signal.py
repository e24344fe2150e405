"""A signal asks main() to finish; the event loop goes on until it has."""

import asyncio
import os
import signal


async def save_order(number):
    await asyncio.sleep(0.01)
    print(f"order {number} saved")


async def main():
    quit_requested = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, quit_requested.set)
    saving = asyncio.create_task(save_order(7))
    os.kill(os.getpid(), signal.SIGTERM)
    await quit_requested.wait()
    await saving


asyncio.run(main())
