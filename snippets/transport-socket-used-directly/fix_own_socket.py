"""Keep a socket to yourself, and use only the methods of the event loop."""

import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    client.setblocking(False)
    try:
        await loop.sock_sendall(client, b"tea\n")
        print("sent:", server.recv(100))
        server.sendall(b"thanks\n")
        print("answer:", await loop.sock_recv(client, 100))
    finally:
        client.close()
        server.close()


asyncio.run(main())
