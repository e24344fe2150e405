"""Ask for the selector event loop, which every platform has."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print("a selector event loop:", isinstance(loop, asyncio.SelectorEventLoop))


asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop)
