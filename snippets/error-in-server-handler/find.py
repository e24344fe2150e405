"""Print the address of the client whose handler has failed."""
import asyncio


def on_error(loop, context):
    if "transport" in context:
        print("client:", context["transport"].get_extra_info("peername"))
    loop.default_exception_handler(context)


async def handle(reader, writer):
    amount = float(await reader.readline())
    writer.write(b"with tax: %.2f\n" % (amount * 1.2))
    await writer.drain()
    writer.close()


async def main():
    asyncio.get_running_loop().set_exception_handler(on_error)
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
