"""Start a server on an address that belongs to another machine."""
import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "192.0.2.1", 0)
    print("listening on:", server.sockets[0].getsockname()[0])
    server.close()
    await server.wait_closed()


asyncio.run(main())
