"""Log every error of a request with the address of the client, and tell the client."""
import asyncio
import logging
import sys

logging.basicConfig(
    format="%(levelname)s %(message)s", level=logging.ERROR, stream=sys.stdout
)


async def answer(reader, writer):
    amount = float(await reader.readline())
    writer.write(b"with tax: %.2f\n" % (amount * 1.2))
    await writer.drain()


async def handle(reader, writer):
    try:
        await answer(reader, writer)
    except ConnectionError:
        pass  # the client has gone
    except Exception:
        logging.exception("request from %s", writer.get_extra_info("peername"))
        writer.write(b"error: try again later\n")
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"3,50\n")
    print("answer:", await asyncio.wait_for(reader.readline(), timeout=0.2))
    writer.close()
    server.close()


asyncio.run(main())
