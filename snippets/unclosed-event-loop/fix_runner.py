"""Keep one event loop for many calls with a Runner, which closes it after the last."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


def price_of(runner, item):
    return runner.run(fetch_price(item))


with asyncio.Runner() as runner:
    print("tea costs", price_of(runner, "tea"))
    print("rice costs", price_of(runner, "rice"))
