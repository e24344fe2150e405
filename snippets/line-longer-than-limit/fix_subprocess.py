"""Accept lines of up to 10 MiB from a subprocess."""

import asyncio
import contextlib
import json
import sys

MAX_LINE = 10 * 1024 * 1024
PROGRAM = "import json; print(json.dumps(['tea'] * 100_000))"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE, limit=MAX_LINE
    )
    try:
        async for line in process.stdout:
            print("orders:", len(json.loads(line)))
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        raise
    finally:
        await process.communicate()
    print("exit status:", process.returncode)


asyncio.run(main())
