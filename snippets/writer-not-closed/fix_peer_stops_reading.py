"""Drop the connection when the peer does not read the rest in time."""

import asyncio
import socket


async def close(writer):
    writer.close()
    try:
        async with asyncio.timeout(0.05):
            await writer.wait_closed()
    except TimeoutError:
        print("the peer does not read")
    except ConnectionError as error:
        print("connection lost:", error)
    finally:
        writer.transport.abort()  # after a timeout or a cancellation, drop the rest


async def send_report(report, sock):
    reader, writer = await asyncio.open_connection(sock=sock)
    try:
        writer.write(report)
    finally:
        await close(writer)


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    await send_report(bytes(1_000_000), ours)
    theirs.close()


asyncio.run(main())
