"""A plain function sets an event, which has no lock."""
import asyncio


class Shelf:
    def __init__(self):
        self.tins = 0
        self.delivered = asyncio.Event()

    async def take(self):
        while self.tins == 0:
            self.delivered.clear()
            await self.delivered.wait()
        self.tins -= 1

    def deliver(self, tins):
        self.tins += tins
        self.delivered.set()


async def main():
    shelf = Shelf()
    buyer = asyncio.create_task(shelf.take())
    asyncio.get_running_loop().call_soon(shelf.deliver, 3)
    await buyer
    print("tins left:", shelf.tins)


asyncio.run(main())
