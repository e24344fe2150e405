"""Set a timeout on the wait for a stream."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    try:
        print("order:", await asyncio.wait_for(reader.readline(), timeout=0.05))
    except asyncio.TimeoutError:
        print("no order in time")
    finally:
        writer.close()
        server.close()


asyncio.run(main())
