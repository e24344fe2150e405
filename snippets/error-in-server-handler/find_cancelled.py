"""A program ends while a handler still waits for its client."""
import asyncio


async def handle(reader, writer):
    try:
        await reader.readline()
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.02)
    print("end of main")
    writer.transport.abort()
    server.close()


asyncio.run(main())
