"""Read rows in a thread, one at a time; next() returns a marker at the end."""

import asyncio

END = object()


def read_rows():
    yield "tea"
    yield "rice"


async def main():
    loop = asyncio.get_running_loop()
    rows = read_rows()
    while True:
        reading = loop.run_in_executor(None, next, rows, END)
        try:
            row = await asyncio.wait_for(reading, timeout=0.2)
        except asyncio.TimeoutError:
            print("gave up: still waiting for the next row")
            return
        if row is END:
            break
        print("row:", row)
    print("all rows read")


asyncio.run(main())
