# /// script
# dependencies = [
#   "asgiref==3.8.1; python_version < '3.9'",
#   "asgiref==3.11.1; python_version == '3.9'",
#   "asgiref==3.12.1; python_version == '3.10'",
#   "asgiref==3.13.0; python_version >= '3.11'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A coroutine calls a plain function that uses async_to_sync()."""

import asyncio

from asgiref.sync import async_to_sync


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return async_to_sync(fetch_price)(symbol)


async def main():
    price = get_price("ABC")
    print("ABC costs", price)


asyncio.run(main())
