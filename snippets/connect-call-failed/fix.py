"""The client tries again, a limited number of times, until the server listens."""

import asyncio
import socket


async def connect(port):
    for delay in (0.05, 0.1, 0.2, 0.4):
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            print("not connected, next try in", delay, "seconds")
            await asyncio.sleep(delay)
    return await asyncio.open_connection("127.0.0.1", port)


async def main():
    with socket.socket() as server:  # replaces a server that starts at the same time
        server.bind(("127.0.0.1", 0))
        asyncio.get_running_loop().call_later(0.02, server.listen)
        reader, writer = await connect(server.getsockname()[1])
        print("connected")
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
