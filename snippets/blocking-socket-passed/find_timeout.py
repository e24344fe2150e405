"""A socket with a timeout is blocking too: no other task runs until it is over."""

import asyncio
import socket

ticks = 0


async def count_ticks():
    global ticks
    while True:
        await asyncio.sleep(0)
        ticks += 1


async def main():
    loop = asyncio.get_running_loop()
    server, client = socket.socketpair()
    client.settimeout(0.05)
    counting = asyncio.create_task(count_ticks())
    try:
        print("order:", await loop.sock_recv(client, 100))
    except socket.timeout:
        print("no order in time; ticks of the other task:", ticks)
    counting.cancel()


asyncio.run(main())
