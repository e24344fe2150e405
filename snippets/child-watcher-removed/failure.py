"""Choose a child watcher, then run a program in a subprocess."""
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "print('label')")
    print("exit status:", await process.wait())


asyncio.set_child_watcher(asyncio.SafeChildWatcher())
asyncio.run(main())
