"""A plain function reads the generator and closes it while its loop still exists."""

import asyncio


async def stream_answer():
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
    finally:
        await asyncio.sleep(0)
        print("connection released")


def read(generator):
    with asyncio.Runner() as runner:
        try:
            while True:
                yield runner.run(anext(generator))
        except StopAsyncIteration:
            pass
        finally:
            runner.run(generator.aclose())


for word in read(stream_answer()):
    print("sent:", word)
    break
