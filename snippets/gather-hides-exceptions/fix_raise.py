"""Save three orders at once, and raise the errors when all have ended."""
import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    if item == "rice":
        raise LookupError("no stock of rice")


async def save_orders(items):
    results = await asyncio.gather(*map(save_order, items), return_exceptions=True)
    errors = [result for result in results if isinstance(result, BaseException)]
    if errors:
        raise BaseExceptionGroup("some orders are not saved", errors)


async def main():
    try:
        await save_orders(["tea", "rice", "milk"])
    except* LookupError as group_error:
        print("not saved:", *group_error.exceptions)


asyncio.run(main())
