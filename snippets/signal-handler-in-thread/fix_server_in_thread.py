"""The server runs in a thread, and the main thread handles the signals for it."""

import asyncio
import contextlib
import os
import signal
import threading

loop = asyncio.new_event_loop()
stop = asyncio.Event()


async def serve():
    loop.call_soon(os.kill, os.getpid(), signal.SIGTERM)
    await stop.wait()
    print("server stopped")


def run_server():
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(serve())


def request_stop(signum, frame):
    with contextlib.suppress(RuntimeError):  # The loop is closed, so the server has stopped already.
        loop.call_soon_threadsafe(stop.set)


for signum in (signal.SIGINT, signal.SIGTERM):
    signal.signal(signum, request_stop)
server = threading.Thread(target=run_server)
server.start()
server.join()
