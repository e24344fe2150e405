"""A class whose __aiter__() is a coroutine function."""
import asyncio


class Feed:
    async def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def main():
    async for price in Feed():
        print(price)


asyncio.run(main())
