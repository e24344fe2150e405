"""Start the task in a task group, which waits for it."""

import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


def place_order(tasks, item):
    return tasks.create_task(save_order(item))


async def main():
    async with asyncio.TaskGroup() as tasks:
        place_order(tasks, "tea")


asyncio.run(main())
