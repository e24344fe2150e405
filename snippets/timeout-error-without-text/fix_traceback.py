"""Log why there is no price, with the traceback of the exception."""
import asyncio
import logging
import sys

logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)


async def fetch_price():
    await asyncio.Event().wait()  # the server does not answer


async def main():
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except Exception:
        logging.exception("cannot fetch the price")


asyncio.run(main())
