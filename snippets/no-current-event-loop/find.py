"""Stop asyncio from creating an event loop for you, on every version."""

import asyncio

asyncio.set_event_loop(None)


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return 4.5


loop = asyncio.get_event_loop()
price = loop.run_until_complete(fetch_price("tea"))
loop.close()
print("price of tea:", price)
