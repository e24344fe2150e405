"""Pass text to a program whose input takes bytes."""

import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "import sys; sys.stdin.read()",
        stdin=asyncio.subprocess.PIPE,
    )
    try:
        await process.communicate("tea")
    finally:
        process.stdin.close()
        await process.wait()


asyncio.run(main())
