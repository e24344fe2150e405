"""Call each handler, and await it if it is a coroutine function."""
import asyncio
import inspect


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


def print_label(item):
    print("label:", item)


async def main():
    for handler in (save_order, print_label):
        if inspect.iscoroutinefunction(handler):
            await handler("tea")
        else:
            handler("tea")


asyncio.run(main())
