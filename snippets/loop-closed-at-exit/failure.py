"""A connection that is still open when asyncio.run() closes the loop."""
import asyncio
import socket


class Connection:
    async def open(self, sock):
        self.reader, self.writer = await asyncio.open_connection(sock=sock)

    def __del__(self):
        self.writer.close()


async def main():
    await connection.open(client_end)
    print("connected")


connection = Connection()
client_end, server_end = socket.socketpair()
asyncio.run(main())
server_end.close()
print("done")
