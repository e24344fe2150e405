"""One asyncio.run() around everything that the client does."""
import asyncio


def read_price(item):
    return {"tea": 3, "rice": 2}[item]


class PriceClient:
    loop = None

    async def fetch(self, item):
        if self.loop is None:
            self.loop = asyncio.get_running_loop()
        return await self.loop.run_in_executor(None, read_price, item)


async def main():
    client = PriceClient()
    print("tea costs", await client.fetch("tea"))
    print("rice costs", await client.fetch("rice"))


asyncio.run(main())
