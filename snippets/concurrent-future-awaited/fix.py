"""Start the function with run_in_executor(), which returns an asyncio future."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def read_price(symbol):
    return f"price of {symbol}"


async def main(executor):
    loop = asyncio.get_running_loop()
    job = loop.run_in_executor(executor, read_price, "ABC")
    print(await job)


with ThreadPoolExecutor() as executor:
    asyncio.run(main(executor))
