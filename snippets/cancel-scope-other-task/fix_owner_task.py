# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A task of the client opens the feed and closes it, whichever tasks call open() and close()."""

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
    async def open(self):
        opened = asyncio.get_running_loop().create_future()
        self.closing = asyncio.Event()
        self.owner = asyncio.create_task(self.own_feed(opened))
        try:
            await asyncio.wait([self.owner, opened], return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            self.owner.cancel()
            await asyncio.wait([self.owner])
            raise
        if self.owner.done():
            await self.owner  # raises the error of price_feed()

    async def own_feed(self, opened):
        async with price_feed() as self.prices:
            opened.set_result(None)
            await self.closing.wait()

    async def close(self):
        self.closing.set()
        await self.owner


async def main():
    client = Client()
    await asyncio.create_task(client.open())
    print("tea costs", client.prices["tea"])
    await client.close()


asyncio.run(main())
