"""Wait until a program has ended, and only then read its output of 1 MB."""

import asyncio
import contextlib
import sys

PROGRAM = "for order in range(250): print('tea ' * 1000)"


async def export_orders():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE
    )
    try:
        await asyncio.wait_for(process.wait(), timeout=0.5)
        rows = await process.stdout.read()
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()
        raise
    print("exit status", process.returncode, "-", len(rows.splitlines()), "orders")


async def main():
    try:
        await export_orders()
    except asyncio.TimeoutError:
        print("gave up: the program does not end")


asyncio.run(main())
