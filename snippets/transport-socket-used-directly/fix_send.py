"""Send through a stream, which sends in order and without blocking."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        writer.write(b"tea\n")
        await writer.drain()
        print("sent:", server.recv(100))
    finally:
        writer.close()
        server.close()


asyncio.run(main())
