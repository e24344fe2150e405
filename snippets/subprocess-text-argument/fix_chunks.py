"""Decode output that is read in pieces, which may end within a character."""

import asyncio
import codecs
import sys

PROGRAM = "import sys; sys.stdout.buffer.write('crème brûlée'.encode())"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdout=asyncio.subprocess.PIPE
    )
    decoder = codecs.getincrementaldecoder("utf-8")()
    text = ""
    while True:
        chunk = await process.stdout.read(3)
        text += decoder.decode(chunk, final=not chunk)
        if not chunk:
            break
    await process.wait()
    print(ascii(text))


asyncio.run(main())
