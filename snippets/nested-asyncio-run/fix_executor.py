"""The plain function runs in a thread of the default executor, where no event loop runs yet."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return asyncio.run(fetch_price(symbol))


async def main():
    loop = asyncio.get_running_loop()
    price = await loop.run_in_executor(None, get_price, "ABC")
    print("ABC costs", price)


asyncio.run(main())
