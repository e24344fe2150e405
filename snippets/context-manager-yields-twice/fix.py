"""Handle the error of the connection, and yield once."""
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
    except OSError:
        connection = None  # the server is down
    yield connection


async def main():
    try:
        async with connect() as connection:
            print(await fetch_order(connection, 7))
    except LookupError as error:
        print("no such order:", error)


asyncio.run(main())
