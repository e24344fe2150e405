"""Two buyers: take the tin before the await, and put it back if the payment fails."""
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
        self.tins -= 1
        try:
            await self.pay(buyer)
        except BaseException:
            self.tins += 1
            raise
        print(buyer, "bought a tin, tins left:", self.tins)


async def main():
    shop = Shop()
    await asyncio.gather(shop.buy("Ann"), shop.buy("Bob"))


asyncio.run(main())
