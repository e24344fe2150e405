"""The program finishes its work before the interpreter shuts down."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor()


def upload(report):
    return report + ", uploaded"


async def finish():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(executor, upload, "report.csv"))


def main():
    try:
        print("report.csv written")
    finally:
        asyncio.run(finish())


main()
