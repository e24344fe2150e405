"""Skip a line that is longer than the limit, and continue with the next one."""

import asyncio
import socket


async def read_line(reader):
    """Return the next line, None for one that was too long, b"" at the end."""
    too_long = False
    while True:
        try:
            line = await reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            await reader.readexactly(error.consumed)
            too_long = True
        except asyncio.IncompleteReadError as error:
            return None if too_long else error.partial
        else:
            return None if too_long else line


async def send_orders(reader, writer):
    writer.write(b"tea\n" + b"x" * 500_000 + b"\nmilk\n")
    writer.close()
    await writer.wait_closed()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    server = asyncio.create_task(send_orders(*await asyncio.open_connection(sock=theirs)))
    reader, writer = await asyncio.open_connection(sock=ours)
    while True:
        line = await read_line(reader)
        if line == b"":
            break
        print("skipped a line" if line is None else line)
    writer.close()
    await writer.wait_closed()
    await server


asyncio.run(main())
