"""Several clients wait for one report; a timeout ends the wait of one client only."""
import asyncio


async def build_report(data):
    await data.wait()
    return "12 orders"


async def answer(client, report, timeout):
    await asyncio.wait([report], timeout=timeout)
    print(client, "gets", report.result() if report.done() else "a link to the report")


async def main():
    data = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        report = group.create_task(build_report(data))
        group.create_task(answer("Ann", report, timeout=1))
        await answer("Bob", report, timeout=0.01)
        data.set()


asyncio.run(main())
