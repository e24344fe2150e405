"""An exception cannot be shown, because its __repr__() fails."""

import asyncio


class PriceError(Exception):
    def __repr__(self):
        return f"PriceError({self.item})"


async def fetch_price(item):
    raise PriceError(f"no price for {item}")


async def main():
    asyncio.create_task(fetch_price("rice"))
    await asyncio.sleep(0)


asyncio.run(main())
