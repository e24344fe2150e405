"""A client is created at import and used by only one event loop."""
import asyncio


class PriceClient:
    def __init__(self):
        self.one_at_a_time = asyncio.Lock()

    async def fetch(self, item):
        async with self.one_at_a_time:
            await asyncio.sleep(0.01)
            return item, {"tea": 3, "rice": 2}[item]


client = PriceClient()


async def main():
    print(await asyncio.gather(client.fetch("tea"), client.fetch("rice")))


with asyncio.Runner() as runner:
    runner.run(main())
    runner.run(main())
