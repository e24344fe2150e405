"""Save three orders at once; one fails, and the program looks at each result."""
import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    if item == "rice":
        raise LookupError("no stock of rice")


async def main():
    items = ["tea", "rice", "milk"]
    results = await asyncio.gather(*map(save_order, items), return_exceptions=True)
    for item, result in zip(items, results):
        if isinstance(result, BaseException):
            print("not saved:", item, repr(result))
        else:
            print("saved:", item)


asyncio.run(main())
