"""Press Ctrl-C while a coroutine waits that saves its progress in any case."""
import asyncio
import signal

saved = []


async def collect_orders():
    try:
        await asyncio.Event().wait()
    finally:
        saved.append("progress")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)  # the user presses Ctrl-C
    await collect_orders()


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have disabled Ctrl-C
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped; saved:", saved)
