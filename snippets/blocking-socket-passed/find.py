"""Without debug mode, a blocking socket stops the event loop; show where."""

import asyncio
import faulthandler
import socket


async def send_order(server):
    await asyncio.sleep(0)
    server.sendall(b"tea")


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    sending = asyncio.create_task(send_order(server))
    order = await loop.sock_recv(client, 100)
    print("order:", order)
    await sending


faulthandler.dump_traceback_later(0.2, exit=True)
asyncio.run(main())
