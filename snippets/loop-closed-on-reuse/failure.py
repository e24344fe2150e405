"""A client that remembers the loop of the first asyncio.run()."""
import asyncio


def read_price(item):
    return {"tea": 3, "rice": 2}[item]


class PriceClient:
    loop = None

    async def fetch(self, item):
        if self.loop is None:
            self.loop = asyncio.get_running_loop()
        return await self.loop.run_in_executor(None, read_price, item)


client = PriceClient()
print("tea costs", asyncio.run(client.fetch("tea")))
print("rice costs", asyncio.run(client.fetch("rice")))
