# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""anyio refuses the nested run with a message of its own."""

import asyncio

import anyio


async def fetch_price(symbol):
    await anyio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return anyio.run(fetch_price, symbol)


async def handle_request(symbol):
    print(symbol, "costs", get_price(symbol))


asyncio.run(handle_request("ABC"))
