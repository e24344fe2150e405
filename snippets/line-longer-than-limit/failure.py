"""The server sends a list of orders as one line, which is longer than 64 KiB."""

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
    line = await reader.readline()
    print("orders:", len(json.loads(line)))
    writer.close()
    await writer.wait_closed()
    await server


asyncio.run(main())
