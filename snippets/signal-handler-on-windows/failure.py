"""Press Ctrl-C in the event loop class that Windows uses as its selector event loop."""

import asyncio
import signal
from asyncio.selector_events import BaseSelectorEventLoop


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, stop.set)
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await stop.wait()
    print("stopped")


loop = BaseSelectorEventLoop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
