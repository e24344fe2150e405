"""Each callback of a protocol fails with its own message."""

import asyncio
import socket


class Feed(asyncio.Protocol):
    def eof_received(self):
        raise ValueError("the last price is missing")


class BufferedFeed(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(100)

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        raise ValueError("not a price")


class FullFeed(BufferedFeed):
    def get_buffer(self, sizehint):
        return self.buffer[100:]


async def receive(protocol):
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    transport, _ = await loop.create_connection(protocol, sock=client)
    if protocol is not Feed:
        server.sendall(b"n/a\n")
    server.close()
    while not transport.is_closing():
        await asyncio.sleep(0)


async def main():
    for protocol in (Feed, BufferedFeed, FullFeed):
        await receive(protocol)


asyncio.run(main())
