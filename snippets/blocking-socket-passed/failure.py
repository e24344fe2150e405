"""Receive from a new socket in a coroutine."""

import asyncio
import socket


async def send_order(server):
    await asyncio.sleep(0)
    server.sendall(b"tea")


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    sending = asyncio.create_task(send_order(server))
    try:
        order = await loop.sock_recv(client, 100)
        print("order:", order)
        await sending
    finally:
        sending.cancel()
        client.close()
        server.close()


asyncio.run(main())
