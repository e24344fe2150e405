"""A server sends a header and then a file, and the client has disconnected."""
import asyncio
import socket
import tempfile


async def send_file(writer, file):
    writer.write(b"100 bytes follow\n")
    loop = asyncio.get_running_loop()
    await loop.sendfile(writer.transport, file)


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.close()  # the client disconnects
    with tempfile.TemporaryFile() as file:
        file.write(bytes(100))
        file.flush()
        await send_file(writer, file)


asyncio.run(main())
