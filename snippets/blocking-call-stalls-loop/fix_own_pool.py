"""A pool reserved for the downloads, so that they cannot fill the one that asyncio uses."""

import asyncio
import concurrent.futures
import time


def download(page):
    time.sleep(0.05)


async def make_report(pool):
    loop = asyncio.get_running_loop()
    for page in range(3):
        await loop.run_in_executor(pool, download, page)


async def answer_ping(report):
    print("ping answered", "after the report" if report.done() else "at once")


async def main(pool):
    report = asyncio.create_task(make_report(pool))
    await asyncio.gather(report, answer_ping(report))


with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
    asyncio.run(main(pool))
