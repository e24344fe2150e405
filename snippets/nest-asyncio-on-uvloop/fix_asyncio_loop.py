# /// script
# dependencies = ["nest-asyncio==1.6.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The event loop is asyncio's own, which nest_asyncio can patch."""

import asyncio

import nest_asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    nest_asyncio.apply()
    return asyncio.run(fetch_price(symbol))


async def main():
    price = get_price("ABC")
    print("ABC costs", price)


asyncio.run(main())
