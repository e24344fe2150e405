"""Close the event loop while a task is still waiting."""
import asyncio


async def send_report():
    await asyncio.sleep(0.01)
    print("report sent")


async def handle_request():
    asyncio.create_task(send_report())
    print("request handled")


loop = asyncio.new_event_loop()
loop.run_until_complete(handle_request())
loop.close()
