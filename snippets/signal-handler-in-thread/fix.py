"""A server that handles SIGTERM runs in the main thread."""

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


updater = threading.Thread(target=update_prices)
updater.start()
asyncio.run(serve())
updater.join()
