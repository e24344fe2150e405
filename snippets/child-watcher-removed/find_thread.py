"""Choose a child watcher, and run the event loop in a thread."""
import asyncio
import sys
import threading


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('label')")
    print("exit status:", await process.wait())


asyncio.set_child_watcher(asyncio.SafeChildWatcher())
thread = threading.Thread(target=asyncio.run, args=[main()])
thread.start()
thread.join()
