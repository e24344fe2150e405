"""Press Ctrl-C while a coroutine waits, in a program that does not expect it."""

import asyncio
import signal


async def collect_orders():
    await asyncio.Event().wait()


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await collect_orders()


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have disabled Ctrl-C
asyncio.run(main())
