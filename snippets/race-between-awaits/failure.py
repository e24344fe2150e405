"""Two buyers check the stock, and both of them pay for the last tin of tea."""
import asyncio


class Shop:
    def __init__(self):
        self.tins = 1

    async def pay(self, buyer):
        await asyncio.sleep(0)  # another task runs here

    async def buy(self, buyer):
        if self.tins == 0:
            print(buyer, "is too late")
            return
        await self.pay(buyer)
        self.tins -= 1
        print(buyer, "bought a tin, tins left:", self.tins)


async def main():
    shop = Shop()
    await asyncio.gather(shop.buy("Ann"), shop.buy("Bob"))


asyncio.run(main())
