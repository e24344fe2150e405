"""A task group also asks for the task that runs its block."""
import asyncio


async def save_order(item):
    async with asyncio.TaskGroup():
        print("saved:", item)


def on_message(item):
    try:
        save_order(item).send(None)
    except StopIteration:
        pass


async def main():
    asyncio.get_running_loop().call_soon(on_message, "tea")
    await asyncio.sleep(0)


asyncio.run(main())
