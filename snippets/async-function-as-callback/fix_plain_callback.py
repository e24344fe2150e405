"""Register a plain function, which starts a task in a group."""
import asyncio


async def save_price(price):
    await asyncio.sleep(0)
    print("saved price", price)


class PriceFeed:
    """A library that calls a plain function for each message."""

    def __init__(self, on_price):
        self.on_price = on_price

    async def receive(self):
        for price in (42, 43):
            await asyncio.sleep(0)
            self.on_price(price)


async def main():
    async with asyncio.TaskGroup() as group:

        def on_price(price):
            group.create_task(save_price(price))

        await PriceFeed(on_price).receive()
    print("all prices are saved")


asyncio.run(main())
