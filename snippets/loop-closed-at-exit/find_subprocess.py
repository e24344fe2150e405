"""A child process that ends after asyncio.run() has closed the loop."""
import asyncio
import sys
import threading


async def main():
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; sys.stdin.read()", stdin=asyncio.subprocess.PIPE
    )


child = asyncio.run(main())
child.kill()
for thread in threading.enumerate():
    if thread is not threading.main_thread():
        thread.join()
print("done")
