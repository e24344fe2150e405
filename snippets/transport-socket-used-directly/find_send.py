"""Send through the socket of a stream."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        writer.get_extra_info("socket").sendall(b"tea\n")
        print("sent:", server.recv(100))
    finally:
        writer.close()
        server.close()


asyncio.run(main())
