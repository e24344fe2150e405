"""Save three orders at once; one fails, and nobody looks at the results."""
import asyncio


async def save_order(item):
    await asyncio.sleep(0.01)
    if item == "rice":
        raise LookupError("no stock of rice")


async def main():
    items = ["tea", "rice", "milk"]
    await asyncio.gather(*map(save_order, items), return_exceptions=True)
    print("saved:", items)


asyncio.run(main())
