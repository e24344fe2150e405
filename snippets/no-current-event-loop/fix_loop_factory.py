"""Choose the kind of event loop with a loop_factory."""

import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    price = runner.run(fetch_price("tea"))
print("price of tea:", price)
