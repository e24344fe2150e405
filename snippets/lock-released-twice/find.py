"""A lock that says where it was released before."""
import asyncio
import sys


class TracedLock(asyncio.Lock):
    released_at = "nowhere"

    def release(self):
        if not self.locked():
            raise RuntimeError(f"already released at {self.released_at}")
        caller = sys._getframe(1)
        self.released_at = f"line {caller.f_lineno}, in {caller.f_code.co_name}"
        super().release()


async def save(lock, disk):
    async with lock:
        await disk.wait()


async def print_report(lock):
    try:
        await asyncio.wait_for(lock.acquire(), timeout=0.01)
        print("report")
    except asyncio.TimeoutError:
        print("no report: the lock is taken")
    finally:
        lock.release()


async def main():
    lock, disk = TracedLock(), asyncio.Event()
    saving = asyncio.create_task(save(lock, disk))
    await asyncio.sleep(0)  # save() takes the lock
    await print_report(lock)
    disk.set()
    await saving


asyncio.run(main())
