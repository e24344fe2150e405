"""The client closes the connection, whether it got the price or an error."""

import asyncio
import socket


async def price_of(item, sock):
    reader, writer = await asyncio.open_connection(sock=sock)
    try:
        writer.write(item + b"\n")
        return int(await reader.readline())
    finally:
        writer.close()
        await writer.wait_closed()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    theirs.sendall(b"3\n")
    print("tea costs", await price_of(b"tea", ours))
    print("server received", theirs.recv(100))
    theirs.close()


asyncio.run(main())
