"""Close the old server before you start the new one on its port."""

import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def restart(old):
    host, port = old.sockets[0].getsockname()
    old.close()
    new = await asyncio.start_server(serve, host, port)
    return new


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    server = await restart(server)
    print("listening again")
    server.close()
    await server.wait_closed()


asyncio.run(main())
