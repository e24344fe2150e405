"""The reader calls aclose() itself, so its own task resets the context variable."""

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
    answer = stream_answer(7)
    try:
        async for word in answer:
            print("sent:", word)
            break
    finally:
        await answer.aclose()
    print("request id afterwards:", request_id.get())


asyncio.run(main())
