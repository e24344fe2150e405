"""Await the future that executor.submit() returned, which is not an asyncio future."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def read_price(symbol):
    return f"price of {symbol}"


async def main(executor):
    job = executor.submit(read_price, "ABC")
    print(await job)


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
