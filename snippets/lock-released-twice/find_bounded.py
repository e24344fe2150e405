"""A bounded semaphore raises when it is released more often than it was acquired."""
import asyncio


async def fetch_price(limit):
    try:
        await asyncio.wait_for(limit.acquire(), timeout=0.01)
        print("price: 42")
    except asyncio.TimeoutError:
        print("no price: too many requests")
    finally:
        limit.release()


async def main():
    limit = asyncio.BoundedSemaphore(2)
    async with limit, limit:  # two requests are open
        await fetch_price(limit)


asyncio.run(main())
