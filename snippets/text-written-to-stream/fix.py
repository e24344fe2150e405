"""Encode the order before you send it."""
import asyncio
import socket


async def send_order(writer, item):
    writer.write(f"order {item}\n".encode())
    await writer.drain()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        await send_order(writer, "café")
    finally:
        writer.close()
        await writer.wait_closed()
    print("arrived:", theirs.recv(100))
    theirs.close()


asyncio.run(main())
