"""Ask for two prices over one connection; each request ends with write_eof()."""
import asyncio
import socket

PRICES = {b"tea": b"42", b"rice": b"17"}


async def serve(reader, writer):
    try:
        item = await reader.read()
        writer.write(PRICES[item] + b"\n")
    finally:
        writer.close()


async def fetch_price(reader, writer, item):
    writer.write(item)
    writer.write_eof()
    return int(await reader.readline())


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    server = asyncio.create_task(serve(*await asyncio.open_connection(sock=theirs)))
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        for item in PRICES:
            print("price:", await fetch_price(reader, writer, item))
    finally:
        writer.close()
        await asyncio.wait([server])


asyncio.run(main())
