"""An exception cannot be shown, and an exception handler tries it as well."""

import asyncio


class PriceError(Exception):
    def __repr__(self):
        return f"PriceError({self.item})"


async def fetch_price(item):
    raise PriceError(f"no price for {item}")


def report(loop, context):
    print("reported:", context)


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    asyncio.create_task(fetch_price("rice"))
    await asyncio.sleep(0)


asyncio.run(main())
