"""Report the progress after a short wait, then wait for the rest of the work."""
import asyncio


async def build_report(data):
    await data.wait()
    return "12 orders"


async def main():
    data = asyncio.Event()
    report = asyncio.create_task(build_report(data))
    try:
        await asyncio.wait_for(report, timeout=0.01)
    except asyncio.TimeoutError:
        print("still working; cancelled:", report.cancelled())
    data.set()
    print("report:", await report)


asyncio.run(main())
