"""The failure, with two lines that show what is awaited."""
import asyncio
import inspect


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


def save_price(symbol, price):
    print("saved:", symbol, price)


async def main():
    price = await fetch_price("ABC")
    print("coroutine function:", inspect.iscoroutinefunction(save_price))
    result = save_price("ABC", price)
    print("awaitable:", inspect.isawaitable(result), type(result))
    await result


asyncio.run(main())
