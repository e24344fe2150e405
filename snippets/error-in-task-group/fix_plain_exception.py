"""Turn the group into one exception of your own, which keeps the group as its cause."""
import asyncio


class PriceListError(Exception):
    pass


async def fetch_price(item):
    if item == "rice":
        raise LookupError("no price for rice")
    return 42


async def fetch_prices():
    try:
        async with asyncio.TaskGroup() as group:
            for item in ("tea", "rice"):
                group.create_task(fetch_price(item))
    except ExceptionGroup as group_error:
        missing, unexpected = group_error.split(LookupError)
        if unexpected:
            raise
        raise PriceListError("the price list is incomplete") from missing


async def main():
    try:
        await fetch_prices()
    except PriceListError as error:
        print(error, "because of", error.__cause__.exceptions)


asyncio.run(main())
