"""Wait for a program that subprocess started, in a thread."""
import asyncio
import subprocess
import sys


async def main():
    process = subprocess.Popen([sys.executable, "-c", "print('label')"])
    try:
        status = await asyncio.to_thread(process.wait)
    finally:
        process.kill()
        process.wait()  # returns at once, because the process has ended
    print("exit status:", status)


asyncio.run(main())
