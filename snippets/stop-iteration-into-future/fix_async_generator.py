"""Read rows in a thread with async for, through an async generator."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

END = object()


def read_rows():
    try:
        yield "tea"
        yield "rice"
    finally:
        print("file closed")


async def in_thread(generator):
    loop = asyncio.get_running_loop()
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        while True:
            row = await loop.run_in_executor(thread, next, generator, END)
            if row is END:
                break
            yield row
    finally:
        closing = loop.run_in_executor(thread, generator.close)
        thread.shutdown(wait=False)  # ends after close(), without blocking the loop
        await closing


async def main():
    async for row in in_thread(read_rows()):
        print("row:", row)
    print("all rows read")


asyncio.run(main())
