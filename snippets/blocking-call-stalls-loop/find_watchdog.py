"""A watchdog prints the line that blocks the event loop."""

import asyncio
import faulthandler
import time


def download(page):
    time.sleep(0.05)


async def make_report():
    for page in range(3):
        download(page)


def feed_watchdog(loop):
    faulthandler.dump_traceback_later(0.08)
    loop.call_later(0.01, feed_watchdog, loop)


async def main():
    feed_watchdog(asyncio.get_running_loop())
    await make_report()


asyncio.run(main())
faulthandler.cancel_dump_traceback_later()
