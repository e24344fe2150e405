"""Pass such a future to asyncio.wait(), which notices nothing before the future is done."""

import asyncio
import concurrent.futures


async def main():
    job = concurrent.futures.Future()
    job.set_result("price of ABC")
    await asyncio.wait([job])


asyncio.run(main())
