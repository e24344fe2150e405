"""Take the output of a program as bytes, and decode it."""

import asyncio
import sys


async def count_orders():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "print('tea'); print('rice')",
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await process.communicate()
    return output.decode().splitlines()


async def main():
    print(await count_orders())


asyncio.run(main())
