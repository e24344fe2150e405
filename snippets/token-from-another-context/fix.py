"""The reader closes the generator itself, so its own task resets the context variable."""

import asyncio
from contextlib import aclosing
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
    async with aclosing(stream_answer(7)) as answer:
        async for word in answer:
            print("sent:", word)
            break
    print("request id afterwards:", request_id.get())


asyncio.run(main())
