"""A signal asks main() to finish, and the event loop runs until it has."""

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
    async with asyncio.TaskGroup() as group:
        group.create_task(save_order(7))
        os.kill(os.getpid(), signal.SIGTERM)  # in production, `kill PID` does that
        await quit_requested.wait()


asyncio.run(main())
