"""Print what had arrived when the stream ended."""

import asyncio
import socket


async def read_orders(reader):
    try:
        while True:
            print("order:", await reader.readuntil(b"\n"))
    except asyncio.IncompleteReadError as error:
        print("error:", error)
        print("arrived:", error.partial)


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.sendall(b"tea\nmi")
    theirs.close()  # the server disconnects
    await read_orders(reader)
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
