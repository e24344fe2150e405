# /// script
# dependencies = ["nest-asyncio==1.6.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""After nest_asyncio.apply(), the message comes from the tasks that are written in Python."""

import asyncio

import nest_asyncio


async def fetch_price(item):
    await asyncio.sleep(0)
    return 42


async def main():
    task = asyncio.ensure_future(fetch_price("tea"))
    print("price:", task.result())


nest_asyncio.apply()
asyncio.run(main())
