"""Count the open file descriptors of a process by kind, on Linux."""

import asyncio
import collections
import os
import socket
import sys


def count_descriptors(pid="self"):
    kinds = collections.Counter()
    for link in os.scandir(f"/proc/{pid}/fd"):
        try:
            kinds[os.readlink(link.path).partition(":")[0]] += 1
        except FileNotFoundError:  # closed since
            pass
    return kinds


async def main():
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        port = server.getsockname()[1]
        connections = [await asyncio.open_connection("127.0.0.1", port) for _ in range(40)]
        print("sockets:", count_descriptors()["socket"])
        for reader, writer in connections:
            writer.close()
            await writer.wait_closed()
        print("sockets:", count_descriptors()["socket"])


if len(sys.argv) > 1:
    print(count_descriptors(sys.argv[1]))
else:
    asyncio.run(main())
