"""Feed a StreamReader by hand to test how your code treats a long line."""

import asyncio


async def read_order(reader):
    line = await reader.readline()
    return line.decode().strip()


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"tea " * 20_000 + b"\n" + b"milk\n")
    reader.feed_eof()
    try:
        print("order:", await read_order(reader))
    except ValueError as error:
        print("error:", error)
    print("order:", await read_order(reader))


asyncio.run(main())
