"""Show the async generators that are still open at the end, and where each was read."""

import asyncio
import sys


def watch_generators():
    opened = []
    hooks = sys.get_asyncgen_hooks()  # those of the running loop

    def firstiter(generator):
        reader = sys._getframe(1)
        code = reader.f_code
        place = f'File "{code.co_filename}", line {reader.f_lineno}, in {code.co_name}'
        opened.append((generator, place))
        hooks.firstiter(generator)

    sys.set_asyncgen_hooks(firstiter=firstiter)
    return opened


async def read_rows():
    for row in ("tea", "rice", "salt"):
        yield row


async def first_row(rows):
    async for row in rows:
        return row


async def main():
    opened = watch_generators()
    rows = read_rows()
    print("row:", await first_row(rows))
    for generator, place in opened:
        if generator.ag_frame:
            print("still open:", generator.__qualname__)
            print("    first read:", place)


asyncio.run(main())
