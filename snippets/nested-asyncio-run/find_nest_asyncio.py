# /// script
# dependencies = ["nest-asyncio==1.6.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""With nest_asyncio a nested run returns only after the runs that began during it."""

import asyncio

import nest_asyncio


async def fetch_price(symbol, delay):
    await asyncio.wait_for(asyncio.sleep(delay), timeout=1)


def get_price(symbol, delay):
    asyncio.run(fetch_price(symbol, delay))
    print("got", symbol)


async def handle_request(symbol, delay):
    get_price(symbol, delay)


async def main():
    nest_asyncio.apply()
    await asyncio.gather(handle_request("QUICK", 0.01), handle_request("SLOW", 0.05))


asyncio.run(main())
