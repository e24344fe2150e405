"""Print each line that calls write_eof()."""
import asyncio
import socket
import sys


def write_eof(writer, original=asyncio.StreamWriter.write_eof):
    caller = sys._getframe(1)
    code = caller.f_code
    print(f'File "{code.co_filename}", line {caller.f_lineno}, in {code.co_name}')
    original(writer)


asyncio.StreamWriter.write_eof = write_eof


async def send_order(writer, item):
    writer.write(item + b"\n")
    writer.write_eof()


async def main():
    ours, theirs = socket.socketpair()  # replaces the network
    reader, writer = await asyncio.open_connection(sock=ours)
    try:
        for item in (b"tea", b"rice"):
            await send_order(writer, item)
    except RuntimeError as error:
        print("error:", error)
        print("is_closing:", writer.is_closing())
    finally:
        writer.close()
        await writer.wait_closed()
        theirs.close()


asyncio.run(main())
