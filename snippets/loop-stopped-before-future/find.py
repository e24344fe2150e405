"""Print the call of loop.stop() that stops the event loop too early."""

import asyncio
import traceback

stop = asyncio.BaseEventLoop.stop


def print_and_stop(loop):
    caller = traceback.extract_stack(limit=2)[0]
    if caller.name != "_run_until_complete_cb":
        traceback.print_stack(limit=3)
    stop(loop)


asyncio.BaseEventLoop.stop = print_and_stop


async def obey(command):
    if command == "quit":
        asyncio.get_running_loop().stop()


async def main():
    await obey("quit")
    await asyncio.sleep(0.01)


asyncio.run(main())
