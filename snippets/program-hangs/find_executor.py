"""A call in a thread never returns, so asyncio.run() cannot end; faulthandler shows both."""

import asyncio
import faulthandler
import socket


def read_meter():
    return meter.recv(16)


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(read_meter), 0.02)
    except asyncio.TimeoutError:
        print("gave up: the meter does not answer")


meter, far_end = socket.socketpair()
faulthandler.dump_traceback_later(0.5, exit=True)
with meter, far_end:
    asyncio.run(main())
