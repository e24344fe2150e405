"""The same mistake with writelines()."""
import asyncio
import socket


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        writer.writelines(["order tea\n", "order rice\n"])
    finally:
        writer.close()
        await writer.wait_closed()
        theirs.close()


asyncio.run(main())
