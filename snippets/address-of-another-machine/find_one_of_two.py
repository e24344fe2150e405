"""Start a server on two addresses, of which this machine has one."""
import asyncio


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, ["127.0.0.1", "192.0.2.1"], 0)
    for sock in server.sockets:
        print("listening on:", sock.getsockname())
    server.close()
    await server.wait_closed()


asyncio.run(main())
