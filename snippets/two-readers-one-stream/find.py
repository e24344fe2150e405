"""When the second read fails, print the other tasks: one of them is already reading."""

import asyncio
import socket


class PriceClient:
    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    async def price_of(self, item):
        self.writer.write(item + b"\n")
        await self.writer.drain()
        try:
            return int(await self.reader.readline())
        except RuntimeError as error:
            print(asyncio.current_task().get_name(), "failed:", error)
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in sorted(others, key=asyncio.Task.get_name):
                print("other task:", task)
            raise


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    client = PriceClient(*await asyncio.open_connection(sock=ours))
    tea = asyncio.create_task(client.price_of(b"tea"), name="tea")
    milk = asyncio.create_task(client.price_of(b"milk"), name="milk")
    await asyncio.wait({tea, milk}, return_when=asyncio.FIRST_EXCEPTION)
    print("milk has failed:", milk.exception() is not None)


asyncio.run(main())
