"""Handle the timeout before OSError, which is its base class since Python 3.11."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()  # the server does not answer


async def main():
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except asyncio.TimeoutError:
        print("no price in time")
    except OSError as error:
        print("connection lost:", error)


asyncio.run(main())
