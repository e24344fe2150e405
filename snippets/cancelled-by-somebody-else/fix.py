"""Two clients wait for one task, and a client that is cancelled does not cancel it."""
import asyncio


async def build_report(data):
    await data.wait()
    return "12 orders"


async def show_report(client, report):
    await asyncio.wait([report])
    if report.cancelled():
        print(client, "gets no report")
    else:
        print(client, "gets", report.result())


async def main():
    data = asyncio.Event()
    report = asyncio.create_task(build_report(data))
    ann = asyncio.create_task(show_report("Ann", report))
    bob = asyncio.create_task(show_report("Bob", report))
    await asyncio.sleep(0)
    ann.cancel()
    data.set()
    await asyncio.wait([ann, bob])
    print("Bob was cancelled too:", bob.cancelled())


asyncio.run(main())
