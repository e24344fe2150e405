"""The call in the thread has its own timeout, so its thread ends and asyncio.run() can end too."""

import asyncio
import socket


def read_meter():
    return meter.recv(16)


async def main():
    try:
        await asyncio.to_thread(read_meter)
    except TimeoutError:
        print("gave up: the meter does not answer")


meter, far_end = socket.socketpair()
meter.settimeout(0.02)
with meter, far_end:
    asyncio.run(main())
