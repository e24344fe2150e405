"""Start a task that waits and then saves the draft."""
import asyncio


async def save_draft(number):
    await asyncio.sleep(0)
    print("saved draft", number)


async def save_draft_later(delay, number):
    await asyncio.sleep(delay)
    await save_draft(number)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(save_draft_later(0.01, 7))
        await asyncio.sleep(0.02)
    print("end of main")


asyncio.run(main())
