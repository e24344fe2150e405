"""Restart a server on the port that the old one still listens on."""

import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def restart(old):
    host, port = old.sockets[0].getsockname()
    new = await asyncio.start_server(serve, host, port)
    old.close()
    return new


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    server = await restart(server)
    print("listening again")
    server.close()
    await server.wait_closed()


asyncio.run(main())
