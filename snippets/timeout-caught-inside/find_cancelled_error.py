"""Catch CancelledError inside the block: the timeout is lost."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()


async def main():
    async with asyncio.timeout(0.01) as limit:
        try:
            await fetch_price()
        except asyncio.CancelledError:
            print("too late")
    print("no TimeoutError; expired:", limit.expired())


asyncio.run(main())
