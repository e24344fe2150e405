"""Each progress report moves the deadline; the last report arrives after the block."""
import asyncio


class Download:
    def __init__(self):
        self.limit = asyncio.timeout(5)

    def on_progress(self, percent):
        print("progress:", percent)
        self.limit.reschedule(asyncio.get_running_loop().time() + 5)

    async def run(self):
        loop = asyncio.get_running_loop()
        async with self.limit:
            self.on_progress(50)
            loop.call_soon(self.on_progress, 100)


async def main():
    await Download().run()
    await asyncio.sleep(0)


asyncio.run(main())
