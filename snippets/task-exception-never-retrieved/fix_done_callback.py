"""Nobody can wait for the task: a callback looks at its result."""
import asyncio


async def refresh_cache():
    raise ConnectionError("cache server is down")


def report_failure(task):
    if not task.cancelled() and task.exception():
        print("cache not refreshed:", task.exception())


async def main():
    refresh = asyncio.create_task(refresh_cache())
    refresh.add_done_callback(report_failure)
    await asyncio.sleep(0.01)
    print("end of main")


asyncio.run(main())
