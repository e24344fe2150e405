"""List the transports that are still open at the end of main()."""
import asyncio
import gc
import socket


class Connection:
    async def open(self, sock):
        self.reader, self.writer = await asyncio.open_connection(sock=sock)


async def main():
    await connection.open(client_end)
    for thing in gc.get_objects():
        if isinstance(thing, asyncio.BaseTransport) and not thing.is_closing():
            print("still open:", thing)


connection = Connection()
client_end, server_end = socket.socketpair()
asyncio.run(main())
server_end.close()
