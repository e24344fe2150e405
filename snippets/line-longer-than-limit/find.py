"""Read with readuntil(), which keeps the data, and look at the start of the long line."""

import asyncio
import json
import socket


async def send_orders(reader, writer):
    orders = [{"id": number, "item": "tea"} for number in range(20_000)]
    writer.write(json.dumps(orders).encode() + b"\n")
    writer.close()
    await writer.wait_closed()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    server = asyncio.create_task(send_orders(*await asyncio.open_connection(sock=theirs)))
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        line = await reader.readuntil(b"\n")
        print("orders:", len(json.loads(line)))
    except asyncio.LimitOverrunError as error:
        print("error:", error)
        print("the line begins with", await reader.readexactly(50))
    server.cancel()
    writer.close()


asyncio.run(main())
