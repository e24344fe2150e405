"""Finish the current order after Ctrl-C, and then stop."""
import asyncio
import signal


async def pack_order(number):
    if number == 2:
        signal.raise_signal(signal.SIGINT)  # the user presses Ctrl-C
    await asyncio.sleep(0.02)
    print("packed order", number)


async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop.set)
    number = 0
    while not stop.is_set():
        number += 1
        await pack_order(number)
    print("stopped after order", number)


asyncio.run(main())
