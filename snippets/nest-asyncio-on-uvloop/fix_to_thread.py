# /// script
# dependencies = ["uvloop==0.23.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The plain function runs in a thread, where asyncio.run() needs no patch."""

import asyncio

import uvloop


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return asyncio.run(fetch_price(symbol))


async def main():
    price = await asyncio.to_thread(get_price, "ABC")
    print("ABC costs", price)


uvloop.run(main())
