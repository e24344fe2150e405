"""Start a server that only programs on this machine can reach."""
import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print("listening on:", server.sockets[0].getsockname()[0])
    server.close()
    await server.wait_closed()


asyncio.run(main())
