"""A coroutine shows a dialog and awaits the answer."""

import asyncio


class Dialog:
    """Imitates a dialog of a GUI library whose loop also runs the callbacks of asyncio."""

    def __init__(self, loop):
        self.loop = loop

    def open(self, finished):
        self.loop.call_soon(finished, "OK")  # the user


async def ask(loop):
    answer = loop.create_future()

    def finished(text):
        if not answer.done():
            answer.set_result(text)

    Dialog(loop).open(finished)
    return await answer


async def download():
    await asyncio.sleep(0)
    print("download: 100 %")


async def main(loop):
    downloading = loop.create_task(download())
    await asyncio.sleep(0)
    print("answer:", await ask(loop))
    await asyncio.wait([downloading], timeout=0.05)
    print("download has ended:", downloading.done())


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
