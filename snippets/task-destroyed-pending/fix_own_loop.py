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


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(handle_request())
finally:
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
    loop.close()
