"""Fetch six prices; the client creates the semaphore once, for all its requests."""

import asyncio


class Client:
    def __init__(self):
        self.limit = asyncio.Semaphore(2)
        self.open_requests = 0
        self.most = 0

    async def fetch_price(self, item):
        async with self.limit:
            self.open_requests += 1
            self.most = max(self.most, self.open_requests)
            await asyncio.sleep(0)  # ask the server
            self.open_requests -= 1
            return len(item)


async def main():
    items = ["tea", "milk", "rice", "salt", "oil", "flour"]
    client = Client()
    prices = await asyncio.gather(*(client.fetch_price(item) for item in items))
    print("prices:", prices)
    print("most at the same time:", client.most)


asyncio.run(main())
