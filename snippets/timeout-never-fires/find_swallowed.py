"""The work swallows its cancellation, and the timeout has no effect."""
import asyncio


async def fetch_price():
    for attempt in (1, 2, 3):
        try:
            await asyncio.sleep(0.02)
        except BaseException:
            print("attempt", attempt, "failed")
    return 42


async def main():
    try:
        price = await asyncio.wait_for(fetch_price(), timeout=0.01)
        print("no timeout, price:", price)
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
