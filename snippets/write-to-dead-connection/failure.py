"""The server continues to send prices to a client that has disconnected."""

import asyncio
import socket


async def send_prices(writer):
    for price in range(8):
        writer.write(b"%d\n" % price)
        await asyncio.sleep(0.001)
    print("sent all prices")
    writer.close()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.close()  # the client disconnects
    await send_prices(writer)


asyncio.run(main())
