"""Report the progress after a short wait that does not cancel, then wait for the rest of the work."""
import asyncio


async def build_report(data):
    await data.wait()
    return "12 orders"


async def main():
    data = asyncio.Event()
    report = asyncio.create_task(build_report(data))
    try:
        await asyncio.wait([report], timeout=0.01)
        if not report.done():
            print("still working; cancelled:", report.cancelled())
        data.set()
        print("report:", await report)
    finally:
        report.cancel()  # no effect if it is done


asyncio.run(main())
