"""close() cancels the reader before it awaits it, and runs in the reader."""
import asyncio


class Connection:
    def open(self):
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        await asyncio.sleep(0)  # wait for the server
        await self.close()

    async def close(self):
        self.reader.cancel()
        await asyncio.sleep(0)  # send the last message
        print("closed")


async def main():
    connection = Connection()
    connection.open()
    await asyncio.wait([connection.reader])
    print("reader was cancelled:", connection.reader.cancelled())


asyncio.run(main())
