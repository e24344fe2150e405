"""Two tasks ask for a price over the same connection at the same time."""

import asyncio
import socket


class PriceClient:
    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer

    async def price_of(self, item):
        self.writer.write(item + b"\n")
        await self.writer.drain()
        return int(await self.reader.readline())


async def serve(reader, writer):
    async for item in reader:
        writer.write(b"3\n" if item == b"tea\n" else b"2\n")
    writer.close()
    await writer.wait_closed()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    server = asyncio.create_task(serve(*await asyncio.open_connection(sock=theirs)))
    client = PriceClient(*await asyncio.open_connection(sock=ours))
    prices = await asyncio.gather(client.price_of(b"tea"), client.price_of(b"milk"))
    print("prices:", prices)
    client.writer.close()
    await client.writer.wait_closed()
    await server


asyncio.run(main())
