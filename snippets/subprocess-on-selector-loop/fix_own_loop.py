"""Run the code that starts a program in an event loop of its own, in a thread."""

import asyncio
import sys
from asyncio.selector_events import BaseSelectorEventLoop


async def resize():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "pass")
    return await process.wait()


def resize_in_own_loop():
    return asyncio.run(resize(), loop_factory=asyncio.EventLoop)


async def main():
    print("exit status:", await asyncio.to_thread(resize_in_own_loop))


loop = BaseSelectorEventLoop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
