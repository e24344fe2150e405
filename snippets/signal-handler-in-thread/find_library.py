"""A library that calls signal.signal() runs in a thread."""

import asyncio
import signal
import threading


async def serve():
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print("server started")


server = threading.Thread(target=asyncio.run, args=(serve(),), name="server")
server.start()
server.join()
