"""Leave the executor to asyncio."""

import asyncio


def read_price(symbol):
    return f"price of {symbol}"


async def main():
    print(await asyncio.to_thread(read_price, "ABC"))


asyncio.run(main())
