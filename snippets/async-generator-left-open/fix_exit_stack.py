"""Enter a context manager in an exit stack, and close the stack with async with."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

online = True


@asynccontextmanager
async def connect():
    try:
        yield "connection"
    finally:
        if not online:
            raise ConnectionError("cannot log out: not online")
        print("logged out")


async def main(stack):
    global online
    async with stack:
        print("connected:", await stack.enter_async_context(connect()))
    online = False


stack = AsyncExitStack()
asyncio.run(main(stack))
