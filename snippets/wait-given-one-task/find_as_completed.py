"""Pass one task to asyncio.as_completed()."""
import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def main():
    task = asyncio.create_task(fetch_price())
    for answer in asyncio.as_completed(task):
        print("price:", await answer)


asyncio.run(main())
