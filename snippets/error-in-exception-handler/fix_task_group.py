"""A task group passes the error of a task on, and needs no exception handler."""

import asyncio


async def save_price(text):
    print("saved:", float(text))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save_price("n/a"))
            group.create_task(asyncio.sleep(3600))  # other work
    except* ValueError as group_error:
        print("the program stops:", *group_error.exceptions)


asyncio.run(main())
