"""Yield in a loop that continues after the first success."""
import asyncio
from contextlib import asynccontextmanager


async def open_connection():
    return "connection"


@asynccontextmanager
async def connect():
    for attempt in (1, 2, 3):
        try:
            yield await open_connection()
        except OSError:
            print("attempt", attempt, "failed")


async def main():
    async with connect() as connection:
        print("use", connection)


asyncio.run(main())
