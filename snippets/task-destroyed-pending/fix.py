"""Await the task, and let asyncio.run() close the event loop."""
import asyncio


async def send_report():
    await asyncio.sleep(0.01)
    print("report sent")


async def handle_request():
    report = asyncio.create_task(send_report())
    print("request handled")
    await report


asyncio.run(handle_request())
