"""List the exceptions of asyncio that have no text when Python raises them."""
import asyncio


async def raised_by(function):
    try:
        await function()
    except (Exception, asyncio.CancelledError) as error:
        print("str:", repr(str(error)), "repr:", repr(error))


async def time_out():
    await asyncio.wait_for(asyncio.Event().wait(), timeout=0.01)


async def await_cancelled_task():
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel()
    await task


async def read_empty_queue():
    asyncio.Queue().get_nowait()


async def fill_full_queue():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("tea")
    queue.put_nowait("rice")


async def main():
    for function in (time_out, await_cancelled_task, read_empty_queue, fill_full_queue):
        await raised_by(function)


asyncio.run(main())
