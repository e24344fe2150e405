"""Pass a command as a list, as with subprocess.run()."""

import asyncio
import sys

COMMAND = [sys.executable, "-c", "print('tea')"]


async def main():
    process = await asyncio.create_subprocess_shell(
        COMMAND, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    print("order:", output.decode().rstrip())


asyncio.run(main())
