# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The same task opens the client and closes it."""

import asyncio
import contextlib

import anyio


@contextlib.asynccontextmanager
async def price_feed():
    prices = {"tea": 3}
    async with anyio.create_task_group() as group:
        group.start_soon(anyio.sleep_forever)  # replaces a task that updates the prices
        yield prices
        group.cancel_scope.cancel()


class Client:
    def __init__(self):
        self.stack = contextlib.AsyncExitStack()

    async def __aenter__(self):
        self.prices = await self.stack.enter_async_context(price_feed())
        return self

    async def __aexit__(self, *exc_info):
        return await self.stack.__aexit__(*exc_info)


async def main():
    async with Client() as client:
        print("tea costs", client.prices["tea"])


asyncio.run(main())
