"""A protocol fails with an OSError, which asyncio does not log."""

import asyncio
import socket


class PriceFeed(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        with open("no-such-folder/prices.csv", "ab") as file:
            file.write(data)

    def connection_lost(self, error):
        if not self.lost.done():
            self.lost.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    _, feed = await loop.create_connection(PriceFeed, sock=client)
    server.sendall(b"42\n")
    print("connection lost:", repr(await feed.lost))
    server.close()


asyncio.run(main())
