"""A server gets a request that it cannot parse, and the client waits for an answer."""
import asyncio


async def handle(reader, writer):
    amount = float(await reader.readline())
    writer.write(b"with tax: %.2f\n" % (amount * 1.2))
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"3,50\n")
    try:
        print("answer:", await asyncio.wait_for(reader.readline(), timeout=0.2))
    except asyncio.TimeoutError:
        print("gave up: no answer, and the connection is still open")
    writer.close()
    server.close()


asyncio.run(main())
