"""A client closes its socket, and not the stream that uses it."""

import asyncio
import socket


class OrderClient:
    async def connect(self, port):
        self.sock = socket.create_connection(("127.0.0.1", port))
        self.reader, self.writer = await asyncio.open_connection(sock=self.sock)

    async def close(self):
        self.sock.close()


async def send_order(reader, writer):
    writer.write(b"tea\n")
    writer.close()


async def main():
    server = await asyncio.start_server(send_order, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    client = OrderClient()
    await client.connect(port)
    print("order:", await client.reader.readline())
    await client.close()

    # Another part of the program opens a connection of its own.
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print("order:", await reader.readline())
    writer.close()
    server.close()


asyncio.run(main())
