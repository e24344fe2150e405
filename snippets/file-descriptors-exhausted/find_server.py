"""A server logs that it cannot accept a connection."""

import asyncio
import os
import resource


def take_all_but_one():
    taken = []
    try:
        while True:
            taken.append(os.dup(0))
    except OSError:
        os.close(taken[-1])


async def answer(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1)
    port = server.sockets[0].getsockname()[1]
    take_all_but_one()  # for the client
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(0.02)
    writer.close()
    server.close()


resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
asyncio.run(main())
