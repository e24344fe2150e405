"""Print every address of the name, and what happens at each one."""

import asyncio
import socket


async def try_addresses(host, port):
    loop = asyncio.get_running_loop()
    for *_, address in await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        try:
            reader, writer = await asyncio.open_connection(*address[:2])
        except OSError as error:
            print(address[0], "-", repr(error))
        else:
            print(address[0], "- accepts connections")
            writer.close()
            await writer.wait_closed()


async def main():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        await try_addresses("127.0.0.1", port)
        server.listen()
        await try_addresses("127.0.0.1", port)


asyncio.run(main())
