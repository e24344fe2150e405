"""Three threads download at the same time while the event loop keeps running."""

import asyncio
import time


def download(page):
    time.sleep(0.05)


async def make_report():
    async with asyncio.TaskGroup() as group:
        for page in range(3):
            group.create_task(asyncio.to_thread(download, page))


async def answer_ping(report):
    print("ping answered", "after the report" if report.done() else "at once")


async def main():
    report = asyncio.create_task(make_report())
    await asyncio.gather(report, answer_ping(report))


asyncio.run(main())
