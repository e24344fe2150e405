"""Tell the timeout of the block from one that the work raises itself."""
import asyncio


async def fetch_price():
    raise TimeoutError("the server gave up")


async def show_price():
    try:
        async with asyncio.timeout(1) as limit:
            price = await fetch_price()
    except TimeoutError as error:
        price = "no answer in time" if limit.expired() else error
    print("price:", price)


asyncio.run(show_price())
