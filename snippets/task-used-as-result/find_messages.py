"""Use a task as a value in several ways, and print the messages."""
import asyncio


async def fetch_total():
    return 12.50


async def main():
    task = asyncio.create_task(fetch_total())
    for use in (
        lambda: task["total"],
        lambda: task.total,
        lambda: task + 1,
        lambda: task > 1,
        lambda: len(task),
        lambda: ", ".join([task]),
    ):
        try:
            use()
        except (TypeError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")
    await task


asyncio.run(main())
