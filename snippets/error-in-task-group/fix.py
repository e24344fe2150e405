"""Fetch two prices at once; one is missing, and except* takes its error out of the group."""
import asyncio


async def fetch_price(item):
    if item == "rice":
        raise LookupError("no price for rice")
    return 42


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for item in ("tea", "rice"):
                group.create_task(fetch_price(item))
    except* LookupError as group_error:
        for error in group_error.exceptions:
            print("no price list:", error)


asyncio.run(main())
