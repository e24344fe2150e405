"""Create no event loop in the constructor: asyncio.run() makes it, runs it and closes it."""
import asyncio
import gc


class PriceMonitor:
    async def watch_prices(self):
        await asyncio.sleep(0.01)
        print("tea: 12.50")


def main():
    gc.disable()  # so that nothing but the call below collects
    monitor = PriceMonitor()
    asyncio.run(monitor.watch_prices())


main()
gc.collect()
print("end of program")
