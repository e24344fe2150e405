"""Call a function where the event loop should get it as a callback."""
import asyncio


def show_total(prices):
    print("total:", sum(prices))


async def main():
    loop = asyncio.get_running_loop()
    prices = []
    loop.call_soon(show_total(prices))
    prices.append(42)
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
