"""Print the task that is running when the plain function is called."""

import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


def get_price(symbol):
    print("called by", asyncio.current_task())
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(fetch_price(symbol))


async def handle_request(symbol):
    price = get_price(symbol)
    print(symbol, "costs", price)


asyncio.run(handle_request("ABC"))
