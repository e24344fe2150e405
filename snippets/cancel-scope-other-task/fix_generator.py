# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Open the task group in a context manager, and receive the prices from a stream."""

import asyncio
import contextlib

import anyio


async def fetch_prices(sender):
    async with sender:
        for price in (3, 4, 5):
            await sender.send(price)


@contextlib.asynccontextmanager
async def prices():
    sender, receiver = anyio.create_memory_object_stream()
    async with receiver, anyio.create_task_group() as group:
        group.start_soon(fetch_prices, sender)
        yield receiver
        group.cancel_scope.cancel()


async def main():
    async with prices() as receiver:
        async for price in receiver:
            print("tea costs", price)
            break


asyncio.run(main())
