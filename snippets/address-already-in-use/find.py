"""When the port is taken, print the servers of this process that still listen."""

import asyncio
import gc


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


def servers_of_this_process():
    servers = (thing for thing in gc.get_objects() if isinstance(thing, asyncio.base_events.Server))
    return [server for server in servers if server.sockets]


async def main():
    old = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = old.sockets[0].getsockname()
    try:
        await asyncio.start_server(serve, host, port)
    except OSError as error:
        print("error:", error)
        for server in servers_of_this_process():
            print("this process listens on:", server.sockets[0].getsockname())


asyncio.run(main())
