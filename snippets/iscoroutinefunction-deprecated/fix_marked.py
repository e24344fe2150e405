"""Mark a function that returns a coroutine, so that inspect recognizes it."""
import asyncio
import inspect


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


@inspect.markcoroutinefunction
def save_order_later(item):
    return save_order(item)


async def main():
    if inspect.iscoroutinefunction(save_order_later):
        await save_order_later("tea")


asyncio.run(main())
