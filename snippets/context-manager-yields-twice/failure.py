"""Yield a second time when anything fails, also in the block of the caller."""
import asyncio
from contextlib import asynccontextmanager


async def open_connection():
    return "connection"


async def fetch_order(connection, number):
    raise LookupError(number)


@asynccontextmanager
async def connect():
    try:
        connection = await open_connection()
        yield connection
    except Exception:
        yield None  # the server is down


async def main():
    try:
        async with connect() as connection:
            print(await fetch_order(connection, 7))
    except LookupError as error:
        print("no such order:", error)


asyncio.run(main())
