"""Let the Runner close the event loop, after both calls."""

import asyncio


async def fetch_report():
    await asyncio.sleep(0.01)
    return "42 orders"


async def main():
    print(await fetch_report())


with asyncio.Runner() as runner:
    runner.run(main())
    runner.run(main())
