"""A protocol passes each error to the code that waits for its answer."""

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
            try:
                self.price.set_result(float(line))
            except ValueError as error:
                self.price.set_exception(error)

    def connection_lost(self, error):
        if not self.price.done():
            self.price.set_exception(error or ConnectionResetError("no answer"))


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    transport, request = await loop.create_connection(PriceRequest, sock=client)
    server.sendall(b"n/a\n")
    try:
        print("price:", await asyncio.wait_for(request.price, timeout=0.1))
    except ValueError as error:
        print("not a price:", error)
    finally:
        transport.close()
        server.close()


asyncio.run(main())
