"""Fetch six prices; the caller creates one semaphore and passes it to each call."""

import asyncio

open_requests = 0
most = 0


async def fetch_price(item, limit):
    global open_requests, most
    async with limit:
        open_requests += 1
        most = max(most, open_requests)
        await asyncio.sleep(0)  # ask the server
        open_requests -= 1
        return len(item)


async def main():
    items = ["tea", "milk", "rice", "salt", "oil", "flour"]
    limit = asyncio.Semaphore(2)
    prices = await asyncio.gather(*(fetch_price(item, limit) for item in items))
    print("prices:", prices)
    print("most at the same time:", most)


asyncio.run(main())
