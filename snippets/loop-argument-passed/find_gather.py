"""Print two pages with a gather() that gets the event loop."""
import asyncio


async def print_page(page):
    await asyncio.sleep(0.01)
    print("printed: page", page)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(print_page(1), print_page(2), loop=loop)


asyncio.run(main())
