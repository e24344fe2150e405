"""Log the error of a task group in three ways."""
import asyncio
import logging
import sys

logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)


async def fetch_price(item):
    if item == "rice":
        raise LookupError("no price for rice")
    return 42


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for item in ("tea", "rice"):
                group.create_task(fetch_price(item))
    except Exception as error:
        logging.error("str: %s", error)
        logging.error("repr: %r", error)
        logging.exception("traceback:")


asyncio.run(main())
