"""Do by hand what asyncio.run() does before it closes the loop."""
import asyncio
import sys

saved = []


async def save(orders):
    await asyncio.sleep(0.01)
    saved.extend(orders)


async def autosave(orders):
    try:
        while True:
            await asyncio.sleep(60)
            await save(orders)
    finally:
        await save(orders)


async def main():
    saver = asyncio.create_task(autosave(["tea", "rice", "salt"]))
    await asyncio.sleep(0.01)


async def shut_down():
    loop = asyncio.get_running_loop()
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {
                    "message": "task failed while the loop was shut down",
                    "exception": task.exception(),
                    "task": task,
                }
            )
    await loop.shutdown_asyncgens()
    if sys.version_info >= (3, 9):
        await loop.shutdown_default_executor()


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    try:
        loop.run_until_complete(shut_down())
    finally:
        loop.close()
print("orders saved:", len(saved), "of 3")
