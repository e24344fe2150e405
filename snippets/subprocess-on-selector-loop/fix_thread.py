"""Start a program without asyncio, and wait for it in a thread."""

import asyncio
import subprocess
import sys
from asyncio.selector_events import BaseSelectorEventLoop


async def main():
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    try:
        print("exit status:", await asyncio.to_thread(process.wait))
    finally:
        process.kill()  # does nothing if the program has ended
        process.wait()


loop = BaseSelectorEventLoop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
