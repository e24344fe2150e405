"""Log why there is no price, with the class and the text of the exception."""
import asyncio
import logging
import sys

logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)


async def fetch_price():
    await asyncio.Event().wait()  # the server does not answer


async def main():
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except Exception as error:
        logging.error("cannot fetch the price: %r", error)


asyncio.run(main())
