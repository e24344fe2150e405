"""A task that its group cancels awaits its cleanup itself."""
import asyncio


async def release_stock(item):
    await asyncio.sleep(0)
    print("released:", item)


async def send(item):
    try:
        await asyncio.sleep(3600)
    finally:
        await release_stock(item)


async def charge():
    raise LookupError("no such card")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(send("tea"))
            group.create_task(charge())
    except* LookupError as group_error:
        for error in group_error.exceptions:
            print("not sent:", error)


asyncio.run(main())
