"""Listen on a path where there is already an ordinary file."""
import asyncio
import os
import tempfile


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("shop.sock", "w"):
            pass  # as tempfile.NamedTemporaryFile() would
        await asyncio.start_unix_server(serve, "shop.sock")


asyncio.run(main())
