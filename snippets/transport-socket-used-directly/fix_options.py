"""Set an option of the socket of a stream, which is allowed."""

import asyncio
import socket


async def main():
    server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    print("keep-alive:", sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) != 0)
    writer.close()
    server.close()


asyncio.run(main())
