"""Kill the program when the wait for it fails, and wait until it has ended."""

import asyncio
import contextlib
import sys

PROGRAM = "import sys; sys.stdin.read(); print('invoice sent after all')"


async def finish(process):
    try:
        await asyncio.wait_for(process.wait(), timeout=0.05)
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()
        raise


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
