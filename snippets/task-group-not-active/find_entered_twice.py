"""Each call of a method enters the same task group."""
import asyncio


class OrderSender:
    def __init__(self):
        self.group = asyncio.TaskGroup()

    async def send_all(self, items):
        async with self.group:
            for item in items:
                self.group.create_task(self.send(item))

    async def send(self, item):
        print("sent:", item)


async def main():
    sender = OrderSender()
    await sender.send_all(["tea"])
    await sender.send_all(["rice"])


asyncio.run(main())
