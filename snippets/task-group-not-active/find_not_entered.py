"""A sender creates its task group, and no code enters it."""
import asyncio


class OrderSender:
    def __init__(self):
        self.group = asyncio.TaskGroup()

    def submit(self, item):
        self.group.create_task(self.send(item))

    async def send(self, item):
        print("sent:", item)


async def main():
    OrderSender().submit("tea")


asyncio.run(main())
