"""Handle the error in the task, so that the group does not cancel the other task."""
import asyncio


async def fetch_price(item):
    if item == "rice":
        raise LookupError("no price for rice")
    return 42


async def price_or_none(item):
    try:
        return await fetch_price(item)
    except LookupError as error:
        print("left out:", error)


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(price_or_none(item)) for item in ("tea", "rice")]
    print("prices:", [task.result() for task in tasks])


asyncio.run(main())
