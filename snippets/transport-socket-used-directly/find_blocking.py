"""Make the socket of a stream blocking."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        writer.get_extra_info("socket").setblocking(True)
    finally:
        writer.close()
        server.close()


asyncio.run(main())
