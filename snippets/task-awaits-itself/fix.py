"""The task that reads from a connection closes it, and close() leaves out that task."""
import asyncio


class Connection:
    def open(self):
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        for message in ("price: 42", "goodbye"):
            await asyncio.sleep(0)  # wait for the server
            print(message)
            if message == "goodbye":
                await self.close()

    async def close(self):
        if self.reader is not asyncio.current_task():
            await self.reader
        print("closed")


async def main():
    connection = Connection()
    connection.open()
    await connection.reader


asyncio.run(main())
