"""In a test, let the operating system choose a free port."""

import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    first = await asyncio.start_server(serve, "127.0.0.1", 0)
    second = await asyncio.start_server(serve, "127.0.0.1", 0)
    ports = {server.sockets[0].getsockname()[1] for server in (first, second)}
    print("different ports:", len(ports))
    for server in (first, second):
        server.close()
        await server.wait_closed()


asyncio.run(main())
