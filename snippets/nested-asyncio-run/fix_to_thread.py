"""The plain function runs in a thread, where no event loop runs yet."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    return asyncio.run(fetch_price(symbol))


async def main():
    price = await asyncio.to_thread(get_price, "ABC")
    print("ABC costs", price)


asyncio.run(main())
