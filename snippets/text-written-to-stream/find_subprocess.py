"""The same mistake with the standard input of a subprocess."""
import asyncio
import sys

PROGRAM = "import sys; sys.stdin.read()"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=asyncio.subprocess.PIPE
    )
    try:
        await process.communicate("order tea\n")
    finally:
        process.stdin.close()
        await process.wait()


asyncio.run(main())
