"""Press Ctrl-C, which calls a handler that works on every platform."""

import asyncio
import signal
from asyncio.selector_events import BaseSelectorEventLoop


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(stop.set))
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await stop.wait()
    print("stopped")


loop = BaseSelectorEventLoop()
try:
    loop.run_until_complete(main())
finally:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    loop.close()
