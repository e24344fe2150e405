"""Limit one call with wait_for(), on every version of Python."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()  # the server never answers


async def show_price():
    try:
        price = await asyncio.wait_for(fetch_price(), timeout=0.01)
    except asyncio.TimeoutError:
        price = "unknown"
    print("price:", price)


asyncio.run(show_price())
