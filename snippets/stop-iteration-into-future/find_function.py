"""A function that runs in a thread looks for a row that does not exist."""

import asyncio

ROWS = [{"name": "tea"}, {"name": "rice"}]


def find_row(name):
    return next(row for row in ROWS if row["name"] == name)


async def main():
    loop = asyncio.get_running_loop()
    looking = loop.run_in_executor(None, find_row, "salt")
    try:
        print("found:", await asyncio.wait_for(looking, timeout=0.2))
    except asyncio.TimeoutError:
        print("gave up: still waiting for the row")


asyncio.run(main())
