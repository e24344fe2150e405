"""Wrap a future that other code returns, and await the wrapper."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def read_price(symbol):
    return f"price of {symbol}"


async def main(executor):
    job = executor.submit(read_price, "ABC")
    print(await asyncio.wrap_future(job))


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
