"""Count how many semaphores each line creates."""

import asyncio
import collections
import sys

created = collections.Counter()


class CountedSemaphore(asyncio.Semaphore):
    def __init__(self, *args, **kwargs):
        caller = sys._getframe(1)
        code = caller.f_code
        created[f'File "{code.co_filename}", line {caller.f_lineno}, in {code.co_name}'] += 1
        super().__init__(*args, **kwargs)


asyncio.Semaphore = CountedSemaphore


async def fetch_price(item):
    limit = asyncio.Semaphore(2)
    async with limit:
        await asyncio.sleep(0)  # ask the server
        return len(item)


async def main():
    items = ["tea", "milk", "rice", "salt", "oil", "flour"]
    await asyncio.gather(*(fetch_price(item) for item in items))
    for place, number in created.items():
        print(place)
        print("    semaphores:", number)


asyncio.run(main())
