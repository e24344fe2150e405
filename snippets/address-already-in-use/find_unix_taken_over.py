"""A second server on the path of a Unix socket takes over its clients, without an error."""
import asyncio
import os
import tempfile


def handler(name):
    async def serve(reader, writer):
        writer.write(name)
        writer.close()
        await writer.wait_closed()

    return serve


async def ask(path):
    reader, writer = await asyncio.open_unix_connection(path)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "shop.sock")
        old = await asyncio.start_unix_server(handler(b"old server"), path)
        print(await ask(path))
        new = await asyncio.start_unix_server(handler(b"new server"), path)
        print(await ask(path))
        print("the old server still listens:", old.is_serving())
        new.close()
        old.close()


asyncio.run(main())
