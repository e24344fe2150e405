"""A connection that is closed while the loop is running."""
import asyncio
import socket


class Connection:
    async def open(self, sock):
        self.reader, self.writer = await asyncio.open_connection(sock=sock)

    async def close(self):
        self.writer.close()
        await self.writer.wait_closed()


async def main():
    await connection.open(client_end)
    try:
        print("connected")
    finally:
        await connection.close()


connection = Connection()
client_end, server_end = socket.socketpair()
asyncio.run(main())
server_end.close()
print("done")
