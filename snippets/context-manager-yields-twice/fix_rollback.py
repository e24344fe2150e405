"""Roll back when the block of the caller fails, and let its error pass."""
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction():
    print("begin")
    try:
        yield
    except BaseException:
        print("roll back")
        raise
    else:
        print("commit")


async def main():
    try:
        async with transaction():
            raise LookupError(7)
    except LookupError as error:
        print("no such order:", error)


asyncio.run(main())
