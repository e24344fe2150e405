"""Debug mode names the program that is still running when the event loop ends."""

import asyncio
import sys

PROGRAM = "import time; time.sleep(5)"


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM)
    try:
        await asyncio.wait_for(process.wait(), timeout=0.05)
    except asyncio.TimeoutError:
        print("timed out; exit status:", process.returncode)


asyncio.run(main())
