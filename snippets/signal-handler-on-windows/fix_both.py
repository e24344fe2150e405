"""Use add_signal_handler() where it exists, and signal.signal() elsewhere."""

import asyncio
import signal
from asyncio.selector_events import BaseSelectorEventLoop


def call_on_signal(number, callback):
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(number, callback)
    except NotImplementedError:  # Windows
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(callback))


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    call_on_signal(signal.SIGINT, stop.set)
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await stop.wait()
    print("stopped")


for loop in asyncio.new_event_loop(), BaseSelectorEventLoop():
    try:
        loop.run_until_complete(main())
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.close()
