"""Inside a coroutine get_event_loop() returns the running loop."""

import asyncio


def read_price_list():
    return {"tea": 4.5}


async def main():
    loop = asyncio.get_event_loop()
    prices = await loop.run_in_executor(None, read_price_list)
    print("price of tea:", prices["tea"])


asyncio.run(main())
