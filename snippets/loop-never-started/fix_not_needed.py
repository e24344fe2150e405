"""Not needed after all: cancel the task, let the event loop tell it, close the loop."""
import asyncio
import gc


class PriceMonitor:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.task = self.loop.create_task(self.watch_prices())

    async def watch_prices(self):
        await asyncio.sleep(0.01)
        print("tea: 12.50")

    def close(self):
        self.task.cancel()
        self.loop.run_until_complete(asyncio.gather(self.task, return_exceptions=True))
        self.loop.close()


def main():
    gc.disable()  # so that nothing but the call below collects
    monitor = PriceMonitor()
    monitor.close()


main()
gc.collect()
print("end of program")
