"""The event loop waits for its threads when it ends; asyncio.run() allows them 300 seconds."""

import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    disk_ready = threading.Event()
    loop.call_later(0.4, disk_ready.set)
    copying = asyncio.create_task(asyncio.to_thread(disk_ready.wait))
    await asyncio.sleep(0.01)
    copying.cancel()
    await loop.shutdown_default_executor(timeout=0.05)


asyncio.run(main())
