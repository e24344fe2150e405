"""Keep a current event loop for older code that asks for it."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


def older_code():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(fetch_price("tea"))


with asyncio.Runner():
    print("price of tea:", older_code())
