"""Read the answer in a coroutine, which can catch the error."""

import asyncio
import socket


async def main():
    server, client = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=client)
    server.sendall(b"n/a\n")
    try:
        line = await asyncio.wait_for(reader.readline(), timeout=0.1)
        print("price:", float(line))
    except ValueError as error:
        print("not a price:", error)
    finally:
        writer.close()
        server.close()


asyncio.run(main())
