"""After a timeout, only the wait ends: the program continues and sends the invoice."""

import asyncio
import sys

PROGRAM = "import sys; sys.stdin.read(); print('invoice sent after all')"


async def finish(process):
    await asyncio.wait_for(process.wait(), timeout=0.05)


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=asyncio.subprocess.PIPE
    )
    try:
        await finish(process)
    except asyncio.TimeoutError:
        print("timed out; exit status:", process.returncode, flush=True)
    process.stdin.close()
    await process.wait()


asyncio.run(main())
