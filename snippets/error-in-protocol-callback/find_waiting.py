"""A protocol fails, and the code that waits for its answer does not get the error."""

import asyncio
import socket


class PriceRequest(asyncio.Protocol):
    def __init__(self):
        self.buffer = b""
        self.price = asyncio.get_running_loop().create_future()

    def data_received(self, data):
        self.buffer += data
        line, end, _ = self.buffer.partition(b"\n")
        if end and not self.price.done():
            self.price.set_result(float(line))


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    transport, request = await loop.create_connection(PriceRequest, sock=client)
    server.sendall(b"n/a\n")
    try:
        print("price:", await asyncio.wait_for(request.price, timeout=0.1))
    except asyncio.TimeoutError:
        print("gave up: no answer")
    finally:
        transport.close()
        server.close()


asyncio.run(main())
