"""Press Ctrl-C, and end with the exit status that a shell expects."""

import asyncio
import signal
import sys


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await asyncio.Event().wait()


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have disabled Ctrl-C
try:
    asyncio.run(main())
except KeyboardInterrupt:
    sys.exit(130)
