"""Set a larger pool of threads as the default executor of the loop."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def fetch_page(number, started):
    started.wait(timeout=5)  # until all 40 calls run at the same time
    return f"page {number}"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=40))
    started = threading.Barrier(40)
    calls = [loop.run_in_executor(None, fetch_page, n, started) for n in range(40)]
    print("pages:", len(await asyncio.gather(*calls)))


asyncio.run(main())
