"""Read one row of a query, and close the generator in the function that reads it."""

import asyncio
from contextlib import aclosing


class Shop:
    def __init__(self):
        self.connected = True

    async def read_rows(self):
        try:
            for row in ("tea", "rice", "salt"):
                yield row
        finally:
            if not self.connected:
                raise ConnectionError("cannot end the query: not connected")
            print("query ended")

    async def first_row(self):
        async with aclosing(self.read_rows()) as rows:
            async for row in rows:
                return row

    async def close(self):
        self.connected = False
        print("disconnected")


async def main(shop):
    print("row:", await shop.first_row())
    await shop.close()


shop = Shop()
asyncio.run(main(shop))
