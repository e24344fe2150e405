"""Start a program in the default event loop, although a library has set a policy."""

import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "pass")
    print("exit status:", await process.wait())


asyncio.run(main(), loop_factory=asyncio.EventLoop)
