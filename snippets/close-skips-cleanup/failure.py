"""Close the event loop by hand while a background task has orders left to save."""
import asyncio

saved = []


async def save(orders):
    await asyncio.sleep(0.01)
    saved.extend(orders)


async def autosave(orders):
    try:
        while True:
            await asyncio.sleep(60)
            await save(orders)
    finally:
        await save(orders)


async def main():
    saver = asyncio.create_task(autosave(["tea", "rice", "salt"]))
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("orders saved:", len(saved), "of 3")
