"""Press Ctrl-C while a coroutine blocks the event loop."""
import asyncio
import signal


def blocking_call():
    signal.raise_signal(signal.SIGINT)  # the user presses Ctrl-C
    print("the blocking call continues")


async def main():
    try:
        blocking_call()
    except KeyboardInterrupt:
        print("caught KeyboardInterrupt in the coroutine")
        return
    try:
        await asyncio.sleep(0)
    except BaseException as error:
        print("at the next await:", repr(error))
        raise


signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have disabled Ctrl-C
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("caught KeyboardInterrupt around asyncio.run()")
