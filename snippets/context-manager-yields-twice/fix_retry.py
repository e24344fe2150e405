"""Try again to open the connection, and yield after the loop."""
import asyncio
from contextlib import asynccontextmanager

answers = [OSError("refused"), "connection"]


async def open_connection():
    answer = answers.pop(0)
    if isinstance(answer, OSError):
        raise answer
    return answer


@asynccontextmanager
async def connect():
    for attempt in (1, 2, 3):
        try:
            connection = await open_connection()
            break
        except OSError:
            print("attempt", attempt, "failed")
            if attempt == 3:
                raise
    yield connection


async def main():
    async with connect() as connection:
        print("use", connection)


asyncio.run(main())
