"""A child process that has ended before asyncio.run() closes the loop."""
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "print(input().upper())",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        answer, _ = await process.communicate(b"tea\n")
        print("answer:", answer.decode().strip())
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


asyncio.run(main())
print("done")
