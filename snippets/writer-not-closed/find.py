"""Print the call stack at the moment when Python collects a writer that is still open."""

import asyncio
import socket
import traceback
import warnings


def show_with_stack(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, "-", str(message).partition(" transport=")[0])
    traceback.print_stack()


warnings.showwarning = show_with_stack


async def price_of(item, sock):
    reader, writer = await asyncio.open_connection(sock=sock)
    writer.write(item + b"\n")
    return int(await reader.readline())


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    theirs.sendall(b"3\n")
    print("tea costs", await price_of(b"tea", ours))
    print("server received", theirs.recv(100))
    theirs.close()


asyncio.run(main())
