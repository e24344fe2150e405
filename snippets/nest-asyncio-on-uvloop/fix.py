# /// script
# dependencies = ["uvloop==0.23.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Every function is async, so that nothing has to be patched."""

import asyncio

import uvloop


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


async def get_price(symbol):
    return await fetch_price(symbol)


async def main():
    price = await get_price("ABC")
    print("ABC costs", price)


uvloop.run(main())
