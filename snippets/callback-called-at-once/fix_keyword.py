"""Pass a function with a keyword argument to the event loop as a callback."""
import asyncio
import functools


def show_total(prices, *, currency):
    print("total:", sum(prices), currency)


async def main():
    loop = asyncio.get_running_loop()
    prices = []
    loop.call_soon(functools.partial(show_total, prices, currency="EUR"))
    prices.append(42)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
