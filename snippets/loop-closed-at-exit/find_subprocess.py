"""A child process that is still running when asyncio.run() closes the loop."""
import asyncio
import sys


async def main():
    await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; sys.stdin.read()", stdin=asyncio.subprocess.PIPE
    )
    print("started")


asyncio.run(main())
print("done")
