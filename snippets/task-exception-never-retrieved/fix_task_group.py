"""Start the task in a group, which raises what its tasks raise."""
import asyncio


async def refresh_cache():
    raise ConnectionError("cache server is down")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(refresh_cache())
            await asyncio.sleep(0.01)
    except* ConnectionError as group_error:
        print("cache not refreshed:", *group_error.exceptions)
    print("end of main")


asyncio.run(main())
