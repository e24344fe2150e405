"""Let a stream receive from the socket, and make it non-blocking."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        server.sendall(b"tea")
        print("order:", await reader.read(100))
    finally:
        writer.close()
        server.close()


asyncio.run(main())
