"""A progress report moves the deadline only while the block runs."""
import asyncio


class Download:
    limit = None

    def on_progress(self, percent):
        print("progress:", percent)
        if self.limit and not self.limit.expired():
            self.limit.reschedule(asyncio.get_running_loop().time() + 5)

    async def run(self):
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(5) as self.limit:
                self.on_progress(50)
                loop.call_soon(self.on_progress, 100)
        finally:
            self.limit = None


async def main():
    await Download().run()
    await asyncio.sleep(0)


asyncio.run(main())
