"""Another part of the program cancels the task that main() awaits."""
import asyncio


async def build_report():
    await asyncio.Event().wait()


async def stop_reports(reports):
    for report in reports:
        report.cancel()


async def main():
    report = asyncio.create_task(build_report())
    stopper = asyncio.create_task(stop_reports([report]))
    print("report:", await report)
    await stopper


asyncio.run(main())
