"""Call each handler, and await what it returns if that can be awaited."""
import asyncio
import inspect


class SaveOrder:
    async def __call__(self, item):
        await asyncio.sleep(0.01)
        print("saved:", item)


def print_label(item):
    print("label:", item)


async def main():
    for handler in (SaveOrder(), print_label):
        result = handler("tea")
        if inspect.isawaitable(result):
            await result


asyncio.run(main())
