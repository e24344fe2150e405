"""The reader leaves early, so another task resets the generator's context variable."""

import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default=None)


async def stream_answer(number):
    token = request_id.set(number)
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
    finally:
        request_id.reset(token)


async def main():
    async for word in stream_answer(7):
        print("sent:", word)
        break
    await asyncio.sleep(0.01)
    print("request id afterwards:", request_id.get())


asyncio.run(main())
