"""Show who closes a socket that a transport of the event loop still uses."""

import asyncio
import socket
import sys

close_socket = socket.socket.close


def checked_close(self):
    try:
        transport = asyncio.get_running_loop()._transports.get(self.fileno())
    except RuntimeError:
        transport = None
    if transport is not None and not transport.is_closing():
        caller = sys._getframe(1)
        code = caller.f_code
        print("closed under", transport)
        print(f'    File "{code.co_filename}", line {caller.f_lineno}, in {code.co_name}')
    close_socket(self)


socket.socket.close = checked_close


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
    client = OrderClient()
    await client.connect(server.sockets[0].getsockname()[1])
    await client.reader.readline()
    await client.close()
    server.close()


asyncio.run(main())
