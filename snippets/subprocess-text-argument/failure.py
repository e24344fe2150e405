"""Ask for the output of a program as text, as with subprocess.run()."""

import asyncio
import sys


async def count_orders():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "print('tea'); print('rice')",
        stdout=asyncio.subprocess.PIPE,
        text=True,
    )
    output, _ = await process.communicate()
    return output.splitlines()


async def main():
    print(await count_orders())


asyncio.run(main())
