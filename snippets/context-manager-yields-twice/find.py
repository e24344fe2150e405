"""The failure, with a line that shows what the second yield replaced."""
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
        yield None


async def main():
    try:
        async with connect() as connection:
            print(await fetch_order(connection, 7))
    except RuntimeError as error:
        print("hidden error:", repr(error.__context__))
        raise


asyncio.run(main())
