"""Cancel what is left, and wait for it, before the event loop is closed."""
import asyncio


async def send_report():
    try:
        await asyncio.sleep(0.01)
        print("report sent")
    except asyncio.CancelledError:
        print("report cancelled")
        raise


async def handle_request():
    asyncio.create_task(send_report())
    print("request handled")


async def cancel_what_is_left():
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            asyncio.get_running_loop().call_exception_handler(
                {
                    "message": "task failed while it was cancelled",
                    "exception": task.exception(),
                    "task": task,
                }
            )


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(handle_request())
finally:
    try:
        loop.run_until_complete(cancel_what_is_left())
    finally:
        loop.close()
