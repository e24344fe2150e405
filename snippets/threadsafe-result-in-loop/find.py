"""Show the line that blocks the event loop; without a timeout it waits forever."""

import asyncio
import faulthandler


async def fetch_price(symbol):
    await asyncio.sleep(0)
    return {"ABC": 42}[symbol]


def get_price(symbol, loop):
    future = asyncio.run_coroutine_threadsafe(fetch_price(symbol), loop)
    return future.result()


async def main():
    faulthandler.dump_traceback_later(0.2, exit=True)
    print("price:", get_price("ABC", asyncio.get_running_loop()))


asyncio.run(main())
