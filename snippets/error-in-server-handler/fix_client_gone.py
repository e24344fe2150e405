"""The handler expects that a client disconnects at any time."""
import asyncio
import socket
import struct


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line)
            await writer.drain()
    except ConnectionError as error:
        print("the client has gone:", type(error).__name__)
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    client = socket.create_connection(server.sockets[0].getsockname())
    # Closing this socket resets the connection, as when the client has crashed.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    await asyncio.sleep(0.02)
    client.close()
    await asyncio.sleep(0.02)
    print("the server is still running")
    server.close()


asyncio.run(main())
