"""A lock that raises an error where a task would wait for itself."""

import asyncio


class CheckedLock(asyncio.Lock):
    owner = None

    async def acquire(self):
        if self.owner is asyncio.current_task():
            raise RuntimeError("this task already holds the lock")
        await super().acquire()
        self.owner = asyncio.current_task()
        return True

    def release(self):
        self.owner = None
        super().release()


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = CheckedLock()

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
    await Account().add_all([10, 20])


asyncio.run(main())
