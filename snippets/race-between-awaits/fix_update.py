"""Await first, and then read and store the total without an await in between."""
import asyncio


class Till:
    def __init__(self):
        self.total = 0

    async def fetch_amount(self):
        await asyncio.sleep(0)
        return 10

    async def add_payment(self):
        amount = await self.fetch_amount()
        self.total += amount


async def main():
    till = Till()
    await asyncio.gather(till.add_payment(), till.add_payment())
    print("two payments of 10, total:", till.total)


asyncio.run(main())
