"""A task that gives up waiting for the lock returns before the block that releases it."""
import asyncio


async def save(lock, disk):
    async with lock:
        await disk.wait()


async def print_report(lock):
    try:
        async with asyncio.timeout(0.01):
            await lock.acquire()
    except TimeoutError:
        print("no report: the lock is taken")
        return
    try:
        print("report")
    finally:
        lock.release()


async def main():
    lock, disk = asyncio.Lock(), asyncio.Event()
    saving = asyncio.create_task(save(lock, disk))
    await asyncio.sleep(0)  # save() takes the lock
    await print_report(lock)
    disk.set()
    await saving
    print("saved")


asyncio.run(main())
