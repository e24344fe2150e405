"""Start a program in the event loop class that Windows uses as its selector event loop."""

import asyncio
import sys
from asyncio.selector_events import BaseSelectorEventLoop


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "pass")
    print("exit status:", await process.wait())


loop = BaseSelectorEventLoop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
