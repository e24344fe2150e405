"""Read orders, each after a header with its size, until the server disconnects."""

import asyncio
import socket


async def read_orders(reader):
    orders = []
    while True:
        header = await reader.readexactly(4)
        size = int.from_bytes(header, "big")
        orders.append(await reader.readexactly(size))


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.sendall(b"\0\0\0\3tea\0\0\0\4milk")
    theirs.close()  # the server disconnects
    print("orders:", await read_orders(reader))
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
