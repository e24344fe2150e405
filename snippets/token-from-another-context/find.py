"""Print the line at which a generator is left before its end."""

import asyncio
import sys
import traceback
from contextvars import ContextVar

request_id = ContextVar("request_id", default=None)


async def stream_answer(number):
    token = request_id.set(number)
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
    finally:
        request_id.reset(token)


def watch_generators():
    close_in_new_task = sys.get_asyncgen_hooks().finalizer

    def finalizer(generator):
        print("left before its end:", generator.__qualname__)
        traceback.print_stack(sys._getframe(1), limit=1)
        close_in_new_task(generator)

    sys.set_asyncgen_hooks(finalizer=finalizer)


async def main():
    watch_generators()
    async for word in stream_answer(7):
        print("sent:", word)
        break
    await asyncio.sleep(0.01)


asyncio.run(main())
