"""Pass the argument that asyncio replaces by a choice between two functions."""

import asyncio


async def main():
    try:
        await asyncio.create_subprocess_exec("echo tea | cat", shell=True)
    except ValueError as error:
        print("exec - ValueError:", error)
    try:
        await asyncio.create_subprocess_shell("echo tea", shell=False)
    except ValueError as error:
        print("shell - ValueError:", error)


asyncio.run(main())
