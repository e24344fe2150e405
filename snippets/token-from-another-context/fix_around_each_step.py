"""The generator sets the context variable only while it works, and never across a yield."""

import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default=None)


async def next_word(number, position):
    token = request_id.set(number)
    try:
        return ("Earl", "Grey", "tea")[position]
    finally:
        request_id.reset(token)


async def stream_answer(number):
    for position in range(3):
        yield await next_word(number, position)


async def main():
    async for word in stream_answer(7):
        print("sent:", word)
        break
    await asyncio.sleep(0.01)
    print("request id afterwards:", request_id.get())


asyncio.run(main())
