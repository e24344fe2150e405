"""Ask the program to end, and kill it only if it does not end within five seconds."""

import asyncio
import contextlib
import sys

PROGRAM = """
import signal, sys

def clean_up(*_):
    sys.exit(3)

signal.signal(signal.SIGTERM, clean_up)
print("started", flush=True)
signal.pause()
"""


async def stop(process, grace=5):
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.communicate(), grace)
    except asyncio.TimeoutError:
        pass
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE
    )
    try:
        print((await process.stdout.readline()).decode().strip())
        await asyncio.wait_for(process.communicate(), timeout=0.05)
    except asyncio.TimeoutError:
        print("timed out")
    finally:
        await stop(process)
    print("exit status:", process.returncode)


asyncio.run(main())
