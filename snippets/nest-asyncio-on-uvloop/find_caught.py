# /// script
# dependencies = ["nest-asyncio==1.6.0", "uvloop==0.23.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The error is caught, but asyncio.run() has been replaced before it was raised."""

import asyncio

import nest_asyncio
import uvloop


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    try:
        nest_asyncio.apply()
    except ValueError:
        pass
    return asyncio.run(fetch_price(symbol))


async def main():
    price = get_price("ABC")
    print("ABC costs", price)


uvloop.run(main())
