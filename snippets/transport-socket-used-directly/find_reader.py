"""Watch the socket of a stream."""

import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        loop.add_reader(writer.get_extra_info("socket"), print, "data arrived")
    finally:
        writer.close()
        server.close()


asyncio.run(main())
