"""Pass each part of a command as a separate argument."""

import asyncio
import sys

COMMAND = [sys.executable, "-c", "print('tea')"]


async def main():
    process = await asyncio.create_subprocess_exec(
        *COMMAND, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    print("order:", output.decode().rstrip())


asyncio.run(main())
