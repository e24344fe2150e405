"""The server awaits drain() before it sends the file, and stops if the client has disconnected."""
import asyncio
import socket
import tempfile


async def send_file(writer, file):
    try:
        writer.write(b"100 bytes follow\n")
        await writer.drain()
        loop = asyncio.get_running_loop()
        await loop.sendfile(writer.transport, file)
    except ConnectionError as error:
        print("the client has disconnected:", error)
    finally:
        writer.close()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    theirs.close()  # the client disconnects
    with tempfile.TemporaryFile() as file:
        file.write(bytes(100))
        file.flush()
        await send_file(writer, file)


asyncio.run(main())
