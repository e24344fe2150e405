"""A function opens a task group for a sender and returns, which ends the group."""
import asyncio


class OrderSender:
    def __init__(self, group):
        self.group = group

    def submit(self, item):
        self.group.create_task(self.send(item))

    async def send(self, item):
        await asyncio.sleep(0.01)
        print("sent:", item)


async def open_sender():
    async with asyncio.TaskGroup() as group:
        return OrderSender(group)


async def main():
    sender = await open_sender()
    for item in ("tea", "rice"):
        sender.submit(item)
    print("all orders submitted")


asyncio.run(main())
