"""The lock is never taken, because acquire() is not awaited."""
import asyncio


async def main():
    lock = asyncio.Lock()
    lock.acquire()
    print("report")
    lock.release()


asyncio.run(main())
