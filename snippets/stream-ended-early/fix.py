"""The end of the stream ends the orders, if it does not cut one in two."""

import asyncio
import socket


async def read_orders(reader):
    orders = []
    while True:
        try:
            header = await reader.readexactly(4)
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise
            return orders
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
