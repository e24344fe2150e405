"""The handler answers a request that it cannot parse, and always closes the connection."""
import asyncio


async def handle(reader, writer):
    try:
        amount = float(await reader.readline())
        writer.write(b"with tax: %.2f\n" % (amount * 1.2))
        await writer.drain()
    except ValueError:
        writer.write(b"error: not a number\n")
    finally:
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
