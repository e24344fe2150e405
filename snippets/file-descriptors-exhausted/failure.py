"""Open a hundred connections at once, in a process that may have 50 open files."""

import asyncio
import resource
import socket


async def is_open(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()


async def main():
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        port = server.getsockname()[1]
        checks = [asyncio.create_task(is_open(port)) for _ in range(100)]
        await asyncio.gather(*checks, return_exceptions=True)
    failed = [check for check in checks if check.exception()]
    print(len(failed), "failed", *failed[:1])
    return [check.result() for check in checks]


resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
asyncio.run(main())
