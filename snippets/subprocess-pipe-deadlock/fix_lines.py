"""Handle each line while the program runs; its errors come through the same pipe."""

import asyncio
import contextlib
import sys

PROGRAM = "for order in range(250): print('tea ' * 1000)"


async def count_orders():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        PROGRAM,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    orders = 0
    try:
        async for line in process.stdout:
            orders += line.startswith(b"tea")
        print("counted", orders, "orders; exit status", await process.wait())
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()
        raise


asyncio.run(count_orders())
