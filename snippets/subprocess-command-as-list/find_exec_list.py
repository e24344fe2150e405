"""Pass a command as a list to the function that takes separate arguments."""

import asyncio
import sys

COMMAND = [sys.executable, "-c", "print('tea')"]


async def main():
    await asyncio.create_subprocess_exec(COMMAND)


asyncio.run(main())
