"""One Runner keeps one loop open for all calls from synchronous code."""
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
with asyncio.Runner() as runner:
    print("tea costs", runner.run(client.fetch("tea")))
    print("rice costs", runner.run(client.fetch("rice")))
