"""Ask for the event loop where it runs: in a coroutine."""

import asyncio


def read_price_list():
    return {"tea": 4.5}


async def main():
    loop = asyncio.get_running_loop()
    prices = await loop.run_in_executor(None, read_price_list)
    print("price of tea:", prices["tea"])


asyncio.run(main())
