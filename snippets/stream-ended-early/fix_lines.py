"""Read lines with `async for`, which stops at the end, and refuse an incomplete last line."""

import asyncio
import socket


async def read_orders(reader):
    orders = []
    async for line in reader:
        if not line.endswith(b"\n"):
            raise ConnectionError(f"incomplete order: {line!r}")
        orders.append(line.strip())
    return orders


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.sendall(b"tea\nmilk\n")
    theirs.close()  # the server disconnects
    print("orders:", await read_orders(reader))
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
