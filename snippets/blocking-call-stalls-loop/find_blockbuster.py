# /// script
# dependencies = ["blockbuster==1.5.26"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Raise an exception wherever a coroutine calls something that blocks."""

import asyncio
import time

from blockbuster import blockbuster_ctx


def download():
    time.sleep(0.05)


async def make_report():
    download()


async def main():
    with blockbuster_ctx():
        await make_report()


asyncio.run(main())
