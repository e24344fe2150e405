"""A method that holds the lock calls another method that takes the same lock."""

import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = asyncio.Lock()

    async def add(self, amount):
        async with self.lock:
            balance = self.balance
            await asyncio.sleep(0)  # ask the bank
            self.balance = balance + amount

    async def add_all(self, amounts):
        async with self.lock:
            for amount in amounts:
                await self.add(amount)


async def main():
    account = Account()
    try:
        await asyncio.wait_for(account.add_all([10, 20]), timeout=0.2)
        print("balance:", account.balance)
    except asyncio.TimeoutError:
        print("gave up: still waiting for the lock, balance:", account.balance)


asyncio.run(main())
