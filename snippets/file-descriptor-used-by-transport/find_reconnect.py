"""The same socket number, passed to a stream while the old transport exists."""

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
    clients = []
    for _ in range(2):
        client = OrderClient()
        await client.connect(port)
        clients.append(client)
        try:
            line = await asyncio.wait_for(client.reader.readline(), timeout=0.2)
            print("order:", line)
        except asyncio.TimeoutError:
            print("gave up: no order")
        await client.close()
    server.close()


asyncio.run(main())
