"""Press Ctrl-C while a coroutine waits, in a program that ends without a traceback."""

import asyncio
import signal


async def collect_orders():
    try:
        await asyncio.Event().wait()
    finally:
        print("orders saved")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await collect_orders()


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have disabled Ctrl-C
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped by the user")
