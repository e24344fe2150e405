"""Start a server on all addresses of this machine."""
import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 0)
    print("listening on:", server.sockets[0].getsockname()[0])
    server.close()
    await server.wait_closed()


asyncio.run(main())
