"""Enter a context manager in an exit stack that nobody closes."""

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
    print("connected:", await stack.enter_async_context(connect()))
    online = False


stack = AsyncExitStack()
asyncio.run(main(stack))
