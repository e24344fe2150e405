"""Run the event loop that you made, and close it."""
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
    gc.disable()  # so that nothing but the call below collects
    monitor = PriceMonitor()
    try:
        monitor.loop.run_until_complete(monitor.task)
    finally:
        monitor.loop.close()


main()
gc.collect()
print("end of program")
