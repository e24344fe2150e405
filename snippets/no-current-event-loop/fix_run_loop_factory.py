"""Choose the kind of event loop with the loop_factory of asyncio.run()."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


price = asyncio.run(fetch_price("tea"), loop_factory=asyncio.SelectorEventLoop)
print("price of tea:", price)
