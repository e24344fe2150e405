"""The failure, with gather() replaced by one that logs each exception that it returns."""
import asyncio
import logging
import sys

logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)
gather = asyncio.gather


async def logging_gather(*awaitables, return_exceptions=False):
    results = await gather(*awaitables, return_exceptions=return_exceptions)
    for result in results:
        if isinstance(result, BaseException):
            logging.error("gather() returns an exception", exc_info=result, stack_info=True)
    return results


asyncio.gather = logging_gather


async def save_order(item):
    await asyncio.sleep(0.01)
    if item == "rice":
        raise LookupError("no stock of rice")


async def main():
    items = ["tea", "rice", "milk"]
    await asyncio.gather(*map(save_order, items), return_exceptions=True)
    print("saved:", items)


asyncio.run(main())
