"""Cancel the task, run the loop until the task has ended, and close the loop."""
import asyncio
import contextlib
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
        try:
            with contextlib.suppress(asyncio.CancelledError):
                self.loop.run_until_complete(self.task)
        finally:
            self.loop.close()


def main():
    gc.disable()  # so that only the call below collects
    monitor = PriceMonitor()
    monitor.close()


main()
gc.collect()
print("end of program")
