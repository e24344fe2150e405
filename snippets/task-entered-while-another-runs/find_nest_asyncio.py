# /// script
# dependencies = ["nest-asyncio==1.6.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""With nest_asyncio, a plain function runs the loop again while a task is running."""

import asyncio

import nest_asyncio


async def download():
    await asyncio.sleep(0)
    print("download: 100 %")


async def fetch_price():
    await asyncio.sleep(0.01)
    return 42


def get_price():
    nest_asyncio.apply()
    return asyncio.run(fetch_price())


async def main(loop):
    downloading = loop.create_task(download())
    print("price:", get_price())
    await asyncio.wait([downloading], timeout=0.05)
    print("download has ended:", downloading.done())


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
