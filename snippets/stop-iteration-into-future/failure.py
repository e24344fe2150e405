"""Read rows in a thread, one at a time; the end of the rows does not reach the loop."""

import asyncio


def read_rows():
    yield "tea"
    yield "rice"


async def main():
    loop = asyncio.get_running_loop()
    rows = read_rows()
    while True:
        reading = loop.run_in_executor(None, next, rows)
        try:
            print("row:", await asyncio.wait_for(reading, timeout=0.2))
        except StopIteration:
            break
        except asyncio.TimeoutError:
            print("gave up: still waiting for the next row")
            return
    print("all rows read")


asyncio.run(main())
