"""Turn a dictionary into JSON, and the JSON into bytes."""
import asyncio
import json
import socket


async def send_order(writer, order):
    writer.write(json.dumps(order).encode() + b"\n")
    await writer.drain()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        await send_order(writer, {"item": "café", "number": 2})
    finally:
        writer.close()
        await writer.wait_closed()
    print("arrived:", theirs.recv(100))
    theirs.close()


asyncio.run(main())
