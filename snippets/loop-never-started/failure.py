"""Create a task on a new event loop, but never run the loop."""
import asyncio
import gc


class PriceMonitor:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.task = self.loop.create_task(self.watch_prices())

    async def watch_prices(self):
        await asyncio.sleep(0.01)
        print("tea: 12.50")


def main():
    gc.disable()  # so that only the call below collects
    PriceMonitor()


main()
gc.collect()
print("end of program")
