"""A connection that is lost sets an exception on the task that sends on it."""
import asyncio


class Connection:
    def open(self):
        self.order = asyncio.get_running_loop().create_future()
        self.sender = asyncio.create_task(self.send())

    async def send(self):
        print("sending:", await self.order)

    def connection_lost(self):
        self.sender.set_exception(ConnectionResetError("connection lost"))


async def main():
    connection = Connection()
    connection.open()
    asyncio.get_running_loop().call_soon(connection.connection_lost)
    await asyncio.wait([connection.sender], timeout=0.05)
    print("sender:", "done" if connection.sender.done() else "still running")


asyncio.run(main())
