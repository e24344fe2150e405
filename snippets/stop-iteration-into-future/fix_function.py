"""A function that runs in a thread raises an error that a future can hold."""

import asyncio

ROWS = [{"name": "tea"}, {"name": "rice"}]


def find_row(name):
    row = next((row for row in ROWS if row["name"] == name), None)
    if row is None:
        raise LookupError(f"no row for {name}")
    return row


async def main():
    loop = asyncio.get_running_loop()
    looking = loop.run_in_executor(None, find_row, "salt")
    try:
        print("found:", await asyncio.wait_for(looking, timeout=0.2))
    except asyncio.TimeoutError:
        print("gave up: still waiting for the row")
    except LookupError as error:
        print("error:", error)


asyncio.run(main())
