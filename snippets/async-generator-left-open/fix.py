"""Read one row of a query, and close the generator before disconnecting."""

import asyncio


class Shop:
    def __init__(self):
        self.connected = True
        self.rows = self.read_rows()

    async def read_rows(self):
        try:
            for row in ("tea", "rice", "salt"):
                yield row
        finally:
            if not self.connected:
                raise ConnectionError("cannot end the query: not connected")
            print("query ended")

    async def next_row(self):
        async for row in self.rows:
            return row

    async def close(self):
        try:
            await self.rows.aclose()
        finally:
            self.connected = False
            print("disconnected")


async def main(shop):
    print("row:", await shop.next_row())
    await shop.close()


shop = Shop()
asyncio.run(main(shop))
