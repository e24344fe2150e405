"""Wait for a price with a timeout, and catch the error by the name that every Python has."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()  # the server does not answer


async def main():
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
