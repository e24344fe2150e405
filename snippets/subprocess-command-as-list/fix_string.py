"""Split a command line into the program and its arguments."""

import asyncio
import shlex


async def main():
    command = shlex.split("echo 'green tea'")
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    print("order:", output.decode().rstrip())


asyncio.run(main())
