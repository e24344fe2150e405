"""Catch the timeout around the block that it limits."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()  # the server never answers


async def show_price():
    try:
        async with asyncio.timeout(0.01):
            price = await fetch_price()
    except TimeoutError:
        price = "unknown"
    print("price:", price)


async def main():
    try:
        await show_price()
    except Exception as error:
        print("show_price() failed:", repr(error))


asyncio.run(main())
