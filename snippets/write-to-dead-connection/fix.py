"""The server awaits drain() after each write, and stops when the connection is lost."""

import asyncio
import socket


async def send_prices(writer):
    try:
        for price in range(8):
            writer.write(b"%d\n" % price)
            await writer.drain()
            await asyncio.sleep(0.001)
        print("sent all prices")
    except ConnectionError as error:
        print("the client has disconnected:", error)
    finally:
        writer.close()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.close()  # the client disconnects
    await send_prices(writer)


asyncio.run(main())
