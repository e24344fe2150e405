"""One task sets the context variable, and another task resets it."""

import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default=None)


async def begin_request(number):
    return request_id.set(number)


async def main():
    token = await asyncio.create_task(begin_request(7))
    print("request id:", request_id.get())
    request_id.reset(token)


asyncio.run(main())
