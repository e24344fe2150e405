"""Ask for two prices over two connections, because the server reads to the end."""
import asyncio
import socket

PRICES = {b"tea": b"42", b"rice": b"17"}


async def serve(reader, writer):
    try:
        item = await reader.read()
        writer.write(PRICES[item] + b"\n")
    finally:
        writer.close()


async def connect():
    ours, theirs = socket.socketpair()  # replaces the network
    server = asyncio.create_task(serve(*await asyncio.open_connection(sock=theirs)))
    return (*await asyncio.open_connection(sock=ours), server)


async def fetch_price(item):
    reader, writer, server = await connect()
    try:
        writer.write(item)
        writer.write_eof()
        return int(await reader.readline())
    finally:
        writer.close()
        await asyncio.wait([server])


async def main():
    for item in PRICES:
        print("price:", await fetch_price(item))


asyncio.run(main())
