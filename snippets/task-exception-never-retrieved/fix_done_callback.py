"""Keep the task until it is done, then let a callback look at its result."""
import asyncio

background_tasks = set()


async def refresh_cache():
    raise ConnectionError("cache server is down")


def report_failure(task):
    if not task.cancelled() and task.exception() is not None:
        print("cache not refreshed:", task.exception())


async def main():
    refresh = asyncio.create_task(refresh_cache())
    background_tasks.add(refresh)
    refresh.add_done_callback(background_tasks.discard)
    refresh.add_done_callback(report_failure)
    await asyncio.sleep(0.01)
    print("end of main")


asyncio.run(main())
