"""Close the event loop that you created, after it has stopped."""

import asyncio


async def fetch_report():
    await asyncio.sleep(0.01)
    return "42 orders"


async def main():
    print(await fetch_report())


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
