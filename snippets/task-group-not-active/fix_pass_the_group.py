"""The code that uses the sender opens the task group and passes it to the sender."""
import asyncio


class OrderSender:
    def __init__(self, group):
        self.group = group

    def submit(self, item):
        self.group.create_task(self.send(item))

    async def send(self, item):
        await asyncio.sleep(0.01)
        print("sent:", item)


async def main():
    async with asyncio.TaskGroup() as group:
        sender = OrderSender(group)
        for item in ("tea", "rice"):
            sender.submit(item)
        print("all orders submitted")


asyncio.run(main())
