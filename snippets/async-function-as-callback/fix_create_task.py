"""Start a task that waits and then saves the draft, and await that task."""
import asyncio


async def save_draft(number):
    await asyncio.sleep(0)
    print("saved draft", number)


async def save_draft_later(delay, number):
    await asyncio.sleep(delay)
    await save_draft(number)


async def main():
    draft = asyncio.create_task(save_draft_later(0.01, 7))
    await asyncio.sleep(0.02)
    await draft
    print("end of main")


asyncio.run(main())
