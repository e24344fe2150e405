"""A plain function reads the generator, which awaits in its cleanup after the loop has ended."""

import asyncio


async def stream_answer():
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
    finally:
        await asyncio.sleep(0)
        print("connection released")


def read(generator):
    loop = asyncio.new_event_loop()
    try:
        while True:
            yield loop.run_until_complete(generator.__anext__())
    except StopAsyncIteration:
        pass
    finally:
        loop.close()


for word in read(stream_answer()):
    print("sent:", word)
    break
