"""Await the task before the event loop is closed."""
import asyncio


async def send_report():
    await asyncio.sleep(0.01)
    print("report sent")


async def handle_request():
    report = asyncio.create_task(send_report())
    print("request handled")
    await report


loop = asyncio.new_event_loop()
loop.run_until_complete(handle_request())
loop.close()
