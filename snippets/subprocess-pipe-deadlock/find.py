"""Ask the readers of a program that does not end whether they are full."""

import asyncio
import contextlib
import sys

PROGRAM = "for order in range(250): print('tea ' * 1000)"


async def export_orders():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        await asyncio.wait_for(process.wait(), timeout=0.8)
    except asyncio.TimeoutError:
        print("stdout is full:", "paused" in repr(process.stdout))
        print("stderr is full:", "paused" in repr(process.stderr))
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


asyncio.run(export_orders())
