"""Set a timeout on the socket of a stream."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        writer.get_extra_info("socket").settimeout(0.05)
        print("order:", await reader.readline())
    finally:
        writer.close()
        server.close()


asyncio.run(main())
