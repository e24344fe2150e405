# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Leave an async generator early, so that a task of the event loop closes it."""

import asyncio

import anyio


async def prices():
    async with anyio.create_task_group() as group:
        group.start_soon(anyio.sleep_forever)  # replaces a task that fetches the prices
        for price in (3, 4, 5):
            yield price


async def main():
    async for price in prices():
        print("tea costs", price)
        break
    try:
        await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print("main() was cancelled")


asyncio.run(main())
