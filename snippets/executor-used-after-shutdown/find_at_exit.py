"""The program uses an executor when the interpreter is already shutting down."""

import asyncio
import atexit
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor()


def upload(report):
    return report + ", uploaded"


async def finish():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(executor, upload, "report.csv"))


@atexit.register
def at_exit():
    asyncio.run(finish())
