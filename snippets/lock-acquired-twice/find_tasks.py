"""Show where each task waits: one holds the lock, and the others need it."""

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
            tasks = []
            for amount in amounts:
                tasks.append(asyncio.create_task(self.add(amount), name=f"add {amount}"))
            await asyncio.wait(tasks)


def show_tasks():
    for task in sorted(asyncio.all_tasks(), key=asyncio.Task.get_name):
        waiting = []
        coroutine = task.get_coro()
        while asyncio.iscoroutine(coroutine):
            waiting.append(coroutine.__qualname__)
            coroutine = coroutine.cr_await
        print(task.get_name(), "waits in:", " > ".join(waiting))


async def main():
    adding = asyncio.create_task(Account().add_all([10, 20]), name="add all")
    await asyncio.wait([adding], timeout=0.2)
    show_tasks()
    adding.cancel()


asyncio.run(main())
