"""Pass a whole command line as the name of a program."""

import asyncio


async def main():
    await asyncio.create_subprocess_exec("echo tea")


asyncio.run(main())
