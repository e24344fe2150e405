"""Do three things with a failed task; only the first one gives the message."""
import asyncio


async def refresh_cache():
    raise ConnectionError("cache server is down")


async def failed_task():
    refresh = asyncio.create_task(refresh_cache())
    await asyncio.wait([refresh])
    return refresh


async def main():
    print("asyncio.wait() only:")
    await failed_task()
    print("task.exception():", repr((await failed_task()).exception()))
    print("task.cancel():", (await failed_task()).cancel())


asyncio.run(main())
