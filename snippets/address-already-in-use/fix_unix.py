"""In a test, listen on a path in a new folder, where there is no file yet."""
import asyncio
import os
import tempfile


async def serve(reader, writer):
    writer.close()
    await writer.wait_closed()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "shop.sock")
        server = await asyncio.start_unix_server(serve, path)
        print("listening on:", os.path.basename(path))
        server.close()
        await server.wait_closed()


asyncio.run(main())
