"""Let asyncio.run() stop the background task before it closes the event loop."""
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


asyncio.run(main())
print("orders saved:", len(saved), "of 3")
