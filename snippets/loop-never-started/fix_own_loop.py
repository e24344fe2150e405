"""Keep a Runner instead of a loop; create the coroutine when you run it, and close the Runner."""
import asyncio
import gc


class PriceMonitor:
    def __init__(self):
        self.runner = asyncio.Runner()

    async def watch_prices(self):
        await asyncio.sleep(0.01)
        print("tea: 12.50")


def main():
    gc.disable()  # so that only the call below collects
    monitor = PriceMonitor()
    with monitor.runner:
        monitor.runner.run(monitor.watch_prices())


main()
gc.collect()
print("end of program")
