"""A coroutine calls next(), and StopIteration cannot leave it."""

import asyncio


async def first_row(rows):
    return next(rows)


async def main():
    try:
        print("row:", await first_row(iter([])))
    except StopIteration:
        print("no rows")


asyncio.run(main())
