"""A protocol handles the error of one message, and keeps the connection."""

import asyncio
import socket


class PriceFeed(asyncio.Protocol):
    def __init__(self):
        self.buffer = b""
        self.prices = []
        self.lost = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.buffer += data
        *lines, self.buffer = self.buffer.split(b"\n")
        for line in lines:
            try:
                self.prices.append(float(line))
            except ValueError as error:
                print("left out:", error)

    def connection_lost(self, error):
        if not self.lost.done():
            self.lost.set_result(error)


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    _, feed = await loop.create_connection(PriceFeed, sock=client)
    server.sendall(b"42\nn/a\n43\n")
    server.close()
    print("connection lost:", repr(await feed.lost))
    print("prices:", feed.prices)


asyncio.run(main())
