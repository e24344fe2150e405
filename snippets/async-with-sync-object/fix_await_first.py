"""Await the coroutine that returns the connection, and use the connection in async with."""
import asyncio


class Connection:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        print("connection closed")


async def connect():
    return Connection()


async def main():
    async with await connect() as connection:
        print("connected:", type(connection).__name__)


asyncio.run(main())
