"""Press Ctrl-C, which asyncio.run() handles itself."""

import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    try:
        await asyncio.Event().wait()
    finally:
        print("cleaned up")


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have disabled Ctrl-C
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped")
