"""Let a Runner cancel what is left before it closes the event loop."""
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


with asyncio.Runner() as runner:
    runner.run(handle_request())
