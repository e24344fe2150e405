"""Start a shell in its own process group, and kill the whole group."""

import asyncio
import contextlib
import os
import shlex
import signal
import sys

PROGRAM = "import sys; sys.stdin.read(); print('invoice sent after all')"
COMMAND = f"{shlex.quote(sys.executable)} -c {shlex.quote(PROGRAM)}; echo shell ended"


async def finish(process):
    try:
        await asyncio.wait_for(process.wait(), timeout=0.05)
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()
        raise


async def main():
    process = await asyncio.create_subprocess_shell(
        COMMAND, stdin=asyncio.subprocess.PIPE, start_new_session=True
    )
    try:
        await finish(process)
    except asyncio.TimeoutError:
        print("timed out; exit status:", process.returncode, flush=True)
    process.stdin.close()
    await process.wait()


asyncio.run(main())
