"""The timeout includes the work, and `async with` releases only what it took."""
import asyncio


async def save(lock, disk):
    async with lock:
        await disk.wait()


async def print_report(lock):
    try:
        async with asyncio.timeout(0.01), lock:
            print("report")
    except TimeoutError:
        print("no report in time")


async def main():
    lock, disk = asyncio.Lock(), asyncio.Event()
    saving = asyncio.create_task(save(lock, disk))
    await asyncio.sleep(0)  # save() takes the lock
    await print_report(lock)
    disk.set()
    await saving
    print("saved")


asyncio.run(main())
