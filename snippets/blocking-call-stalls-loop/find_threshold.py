"""Debug mode, turned on by the program, with a threshold of 0.2 seconds."""

import asyncio
import logging
import time


def download(page):
    time.sleep(0.05)


async def make_report():
    for page in range(5):
        download(page)


async def main():
    asyncio.get_running_loop().slow_callback_duration = 0.2
    await asyncio.create_task(make_report(), name="report")


logging.basicConfig()
asyncio.run(main(), debug=True)
