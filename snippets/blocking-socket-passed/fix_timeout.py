"""Limit the wait with asyncio, and not with the socket."""

import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    client.setblocking(False)
    try:
        order = await asyncio.wait_for(loop.sock_recv(client, 100), timeout=0.05)
        print("order:", order)
    except asyncio.TimeoutError:
        print("no order in time")
    finally:
        client.close()
        server.close()


asyncio.run(main())
