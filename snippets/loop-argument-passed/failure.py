"""Print two pages, one at a time, with a lock that gets the event loop."""
import asyncio


class Printer:
    def __init__(self, loop):
        self.lock = asyncio.Lock(loop=loop)

    async def print_page(self, page):
        async with self.lock:
            await asyncio.sleep(0.01)
            print("printed: page", page)


async def main():
    loop = asyncio.get_running_loop()
    printer = Printer(loop)
    await asyncio.gather(printer.print_page(1), printer.print_page(2))


asyncio.run(main())
