# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Read rows in a thread with anyio, as Starlette's run_in_threadpool() does."""

import asyncio

import anyio.to_thread


def read_rows():
    yield "tea"
    yield "rice"


async def main():
    rows = read_rows()
    while True:
        try:
            print("row:", await anyio.to_thread.run_sync(next, rows))
        except StopIteration:
            break
    print("all rows read")


asyncio.run(main())
