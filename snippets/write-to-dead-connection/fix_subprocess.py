"""communicate() sends all of the input, and stops when the subprocess no longer reads."""

import asyncio
import sys

PROGRAM = "import sys; sys.stdin.readline(); sys.exit('bad input')"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    stdout, stderr = await process.communicate(b"42\n" * 100_000)
    print("exit status:", process.returncode, "-", stderr.decode().strip())


asyncio.run(main())
