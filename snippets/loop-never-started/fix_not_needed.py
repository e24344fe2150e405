"""Close the Runner, which cancels the task, runs the loop until the task has ended, and closes the loop."""
import asyncio
import gc


class PriceMonitor:
    def __init__(self):
        self.runner = asyncio.Runner()
        self.task = self.runner.get_loop().create_task(self.watch_prices())

    async def watch_prices(self):
        await asyncio.sleep(0.01)
        print("tea: 12.50")

    def close(self):
        self.runner.close()


def main():
    gc.disable()  # so that only the call below collects
    monitor = PriceMonitor()
    monitor.close()


main()
gc.collect()
print("end of program")
