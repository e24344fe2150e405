"""A task that its group cancels starts another task in that group, to clean up."""
import asyncio


async def release_stock(item):
    await asyncio.sleep(0)
    print("released:", item)


async def send(item, group):
    try:
        await asyncio.sleep(3600)
    finally:
        group.create_task(release_stock(item))


async def charge():
    raise LookupError("no such card")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(send("tea", group))
        group.create_task(charge())


asyncio.run(main())
