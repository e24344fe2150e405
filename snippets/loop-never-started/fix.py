"""Create no event loop in the constructor, because asyncio.run() creates, runs and closes one."""
import asyncio
import gc


class PriceMonitor:
    async def watch_prices(self):
        await asyncio.sleep(0.01)
        print("tea: 12.50")


def main():
    gc.disable()  # so that only the call below collects
    monitor = PriceMonitor()
    asyncio.run(monitor.watch_prices())


main()
gc.collect()
print("end of program")
