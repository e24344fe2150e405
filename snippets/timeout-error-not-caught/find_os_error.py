"""An except block for OSError comes first, and catches the timeout since Python 3.11."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()  # the server does not answer


async def main():
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except OSError as error:
        print("connection lost:", error)
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
