"""An async context manager keeps the task group open while the sender is used."""
import asyncio
import contextlib


class OrderSender:
    def __init__(self, group):
        self.group = group

    def submit(self, item):
        self.group.create_task(self.send(item))

    async def send(self, item):
        await asyncio.sleep(0.01)
        print("sent:", item)


@contextlib.asynccontextmanager
async def open_sender():
    async with asyncio.TaskGroup() as group:
        yield OrderSender(group)


async def main():
    async with open_sender() as sender:
        for item in ("tea", "rice"):
            sender.submit(item)
        print("all orders submitted")


asyncio.run(main())
