"""Encode each line for a program, and decode each line that it prints."""

import asyncio
import sys

PROGRAM = """
import sys
for line in sys.stdin:
    print("order:", line.strip(), flush=True)
"""


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        PROGRAM,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        for item in ("tea", "rice"):
            process.stdin.write(f"{item}\n".encode())
            await process.stdin.drain()
            line = await process.stdout.readline()
            print(line.decode().rstrip())
    finally:
        process.stdin.close()
        await process.communicate()


asyncio.run(main())
