"""Save three orders in a task group, which raises the error and stops the others."""
import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    if item == "rice":
        raise LookupError("no stock of rice")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for item in ("tea", "rice", "milk"):
                group.create_task(save_order(item))
    except* LookupError as group_error:
        print("not saved:", *group_error.exceptions)


asyncio.run(main())
