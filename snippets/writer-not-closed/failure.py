"""The client asks for a price over a connection that it never closes."""

import asyncio
import socket


async def price_of(item, sock):
    reader, writer = await asyncio.open_connection(sock=sock)
    writer.write(item + b"\n")
    return int(await reader.readline())


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    theirs.sendall(b"3\n")
    print("tea costs", await price_of(b"tea", ours))
    print("server received", theirs.recv(100))
    theirs.close()


asyncio.run(main())
