"""Open a hundred connections, 20 at once."""

import asyncio
import resource
import socket


async def is_open(port, limit):
    async with limit:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        await writer.wait_closed()


async def main():
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        port = server.getsockname()[1]
        limit = asyncio.Semaphore(20)
        checks = [asyncio.create_task(is_open(port, limit)) for _ in range(100)]
        await asyncio.gather(*checks, return_exceptions=True)
    failed = [check for check in checks if check.exception()]
    print(len(failed), "failed", *failed[:1])
    return [check.result() for check in checks]


resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
asyncio.run(main())
