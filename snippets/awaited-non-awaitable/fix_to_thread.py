"""Run a plain function that blocks in a thread, and await the thread."""
import asyncio
import time


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


def save_price(symbol, price):
    time.sleep(0.01)
    print("saved:", symbol, price)


async def main():
    price = await fetch_price("ABC")
    await asyncio.to_thread(save_price, "ABC", price)
    print("done")


asyncio.run(main())
