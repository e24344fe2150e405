"""Ask for a price twice; each attempt has a timeout of its own."""
import asyncio


async def fetch_price(attempt):
    if attempt == 1:
        await asyncio.sleep(3600)  # the first server never answers
    return 42


async def main():
    for attempt in (1, 2):
        try:
            async with asyncio.timeout(0.01):
                print("price:", await fetch_price(attempt))
                break
        except TimeoutError:
            print("attempt", attempt, "timed out")


asyncio.run(main())
