"""While any other task holds the lock, the mistake raises nothing."""
import asyncio


async def count_tins(changed, counted):
    async with changed:
        await counted.wait()


async def main():
    changed, counted = asyncio.Condition(), asyncio.Event()
    counting = asyncio.create_task(count_tins(changed, counted))
    await asyncio.sleep(0)  # the other task takes the lock
    changed.notify_all()
    print("notified without the lock, and no error")
    counted.set()
    await counting
    changed.notify_all()


asyncio.run(main())
