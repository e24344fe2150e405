"""The failure, with lines that notice a change during the await."""
import asyncio


class Shop:
    def __init__(self):
        self.tins = 1

    async def pay(self, buyer):
        await asyncio.sleep(0)

    async def buy(self, buyer):
        if self.tins == 0:
            return
        before = self.tins
        await self.pay(buyer)
        if self.tins != before:
            print("while", buyer, "paid, tins changed from", before, "to", self.tins)
        self.tins -= 1


async def main():
    shop = Shop()
    await asyncio.gather(shop.buy("Ann"), shop.buy("Bob"))


asyncio.run(main())
