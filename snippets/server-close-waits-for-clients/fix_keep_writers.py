"""Keep the writers of all connections, and close them when the server ends."""

import asyncio

writers = set()


async def handle(reader, writer):
    writers.add(writer)
    try:
        while line := await reader.readline():
            writer.write(line)
            await writer.drain()
    finally:
        writers.discard(writer)
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"hello\n")
    print("answer:", await reader.readline())

    server.close()
    for client in list(writers):
        client.close()
    try:
        await asyncio.wait_for(server.wait_closed(), timeout=0.2)
        print("the server has ended")
    except asyncio.TimeoutError:
        print("gave up: the server still waits for its clients")
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
