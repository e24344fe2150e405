"""A delivery holds the lock of the condition while it notifies the buyer."""
import asyncio


class Shelf:
    def __init__(self):
        self.tins = 0
        self.changed = asyncio.Condition()

    async def take(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.tins > 0)
            self.tins -= 1

    async def deliver(self, tins):
        async with self.changed:
            self.tins += tins
            self.changed.notify_all()


async def main():
    shelf = Shelf()
    buyer = asyncio.create_task(shelf.take())
    await asyncio.sleep(0)  # the buyer waits
    await shelf.deliver(3)
    await buyer
    print("tins left:", shelf.tins)


asyncio.run(main())
