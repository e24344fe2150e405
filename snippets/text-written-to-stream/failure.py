"""Send an order as text; a stream takes only bytes."""
import asyncio
import socket


async def send_order(writer, item):
    writer.write(f"order {item}\n")
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
