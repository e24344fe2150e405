"""The same mistake with the standard input of a subprocess that has ended."""

import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "pass", stdin=asyncio.subprocess.PIPE
    )
    while not process.stdin.is_closing():
        await asyncio.sleep(0.01)
    for price in range(7):
        process.stdin.write(b"%d\n" % price)
    print("exit status:", await process.wait())


asyncio.run(main())
