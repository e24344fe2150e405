"""Pass a generator that yields no task."""
import asyncio


async def fetch_price(item):
    await asyncio.sleep(0)
    return len(item)


async def main():
    items = []
    await asyncio.wait(asyncio.create_task(fetch_price(item)) for item in items)


asyncio.run(main())
