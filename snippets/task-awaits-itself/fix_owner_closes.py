"""The task that reads only ends, and the code that opened the connection closes it."""
import asyncio


class Connection:
    def open(self):
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        for message in ("price: 42", "goodbye"):
            await asyncio.sleep(0)  # wait for the server
            print(message)
            if message == "goodbye":
                return

    async def close(self):
        self.reader.cancel()
        await asyncio.wait([self.reader])
        print("closed")


async def main():
    connection = Connection()
    connection.open()
    try:
        await connection.reader
    finally:
        await connection.close()


asyncio.run(main())
