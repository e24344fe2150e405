"""Start a task that fails, and never ask for its result."""
import asyncio


async def refresh_cache():
    raise ConnectionError("cache server is down")


async def main():
    refresh = asyncio.create_task(refresh_cache())
    await asyncio.sleep(0.01)
    print("end of main")


asyncio.run(main())
