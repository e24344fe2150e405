"""A child process that has ended before asyncio.run() closes the loop."""
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; sys.stdin.read()", stdin=asyncio.subprocess.PIPE
    )
    try:
        print("started")
    finally:
        process.stdin.close()
        await process.wait()


asyncio.run(main())
print("done")
