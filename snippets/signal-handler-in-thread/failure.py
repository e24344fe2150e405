"""A server that handles SIGTERM runs in a thread."""

import asyncio
import signal
import threading

prices = {}


async def serve():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.call_soon(signal.raise_signal, signal.SIGTERM)
    await stop.wait()
    print("server stopped")


def update_prices():
    prices["tea"] = 12.50


server = threading.Thread(target=asyncio.run, args=(serve(),))
server.start()
update_prices()
server.join()
