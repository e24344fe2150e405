"""A coroutine shows a dialog that runs the event loop until the user answers."""

import asyncio


class Dialog:
    """Imitates a dialog of a GUI library whose loop also runs the callbacks of asyncio."""

    def __init__(self, loop):
        self.loop = loop
        self.answer = None

    def click(self):
        self.answer = "OK"

    def exec(self):
        self.loop.call_soon(self.click)  # the user
        while self.answer is None:
            self.loop._run_once()
        return self.answer


async def download():
    await asyncio.sleep(0)
    print("download: 100 %")


async def main(loop):
    downloading = loop.create_task(download())
    await asyncio.sleep(0)
    print("answer:", Dialog(loop).exec())
    await asyncio.wait([downloading], timeout=0.05)
    print("download has ended:", downloading.done())


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
