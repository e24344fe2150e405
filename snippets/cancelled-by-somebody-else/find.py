"""Show in the waiting task whether the cancellation was meant for it."""
import asyncio


async def build_report():
    await asyncio.Event().wait()


async def show_report(client, report):
    try:
        print(client, "gets", await report)
    except asyncio.CancelledError:
        print(client, "cancelling:", asyncio.current_task().cancelling(), "report cancelled:", report.cancelled())
        raise


async def main():
    report = asyncio.create_task(build_report())
    ann = asyncio.create_task(show_report("Ann", report))
    bob = asyncio.create_task(show_report("Bob", report))
    await asyncio.sleep(0)
    ann.cancel()
    await asyncio.wait([ann, bob])


asyncio.run(main())
