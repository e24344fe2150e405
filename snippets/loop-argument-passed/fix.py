"""Print two pages, one at a time, with a lock that finds the event loop itself."""
import asyncio


class Printer:
    def __init__(self):
        self.lock = asyncio.Lock()

    async def print_page(self, page):
        async with self.lock:
            await asyncio.sleep(0.01)
            print("printed: page", page)


async def main():
    printer = Printer()
    await asyncio.gather(printer.print_page(1), printer.print_page(2))


asyncio.run(main())
