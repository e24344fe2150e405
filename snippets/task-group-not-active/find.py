"""Print when a task group is entered, when its block ends, and each task it starts."""
import asyncio


class LoggedTaskGroup(asyncio.TaskGroup):
    async def __aenter__(self):
        print("entered", self)
        return await super().__aenter__()

    async def __aexit__(self, *error):
        print("end of the block", self)
        try:
            return await super().__aexit__(*error)
        finally:
            print("finished", self)

    def create_task(self, coroutine, **options):
        print("create_task", coroutine.__qualname__, self)
        return super().create_task(coroutine, **options)


class OrderSender:
    def __init__(self, group):
        self.group = group

    def submit(self, item):
        self.group.create_task(self.send(item))

    async def send(self, item):
        print("sent:", item)


async def open_sender():
    async with LoggedTaskGroup() as group:
        return OrderSender(group)


async def main():
    sender = await open_sender()
    sender.submit("tea")


asyncio.run(main())
