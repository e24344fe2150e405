"""Fetch six prices; the module creates the semaphore once, when it is imported."""

import asyncio

limit = asyncio.Semaphore(2)
open_requests = 0
most = 0


async def fetch_price(item):
    global open_requests, most
    async with limit:
        open_requests += 1
        most = max(most, open_requests)
        await asyncio.sleep(0)  # ask the server
        open_requests -= 1
        return len(item)


async def main():
    items = ["tea", "milk", "rice", "salt", "oil", "flour"]
    prices = await asyncio.gather(*(fetch_price(item) for item in items))
    print("prices:", prices)
    print("most at the same time:", most)


asyncio.run(main())
