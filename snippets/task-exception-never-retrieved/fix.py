"""Await the task where its failure can be handled."""
import asyncio


async def refresh_cache():
    raise ConnectionError("cache server is down")


async def main():
    refresh = asyncio.create_task(refresh_cache())
    await asyncio.sleep(0.01)
    try:
        await refresh
    except ConnectionError as error:
        print("cache not refreshed:", error)
    print("end of main")


asyncio.run(main())
