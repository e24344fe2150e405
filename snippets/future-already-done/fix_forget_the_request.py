"""Many requests on one connection: a request that ends in any way is forgotten."""
import asyncio


class Connection:
    def __init__(self):
        self.replies = {}

    def on_reply(self, number, price):
        reply = self.replies.get(number)
        if reply is None or reply.done():
            print("reply", number, "is too late")
        else:
            reply.set_result(price)

    async def fetch_price(self, number, timeout):
        reply = self.replies[number] = asyncio.get_running_loop().create_future()
        try:
            return await asyncio.wait_for(reply, timeout)
        finally:
            del self.replies[number]


async def main():
    connection = Connection()
    try:
        print("price:", await connection.fetch_price(7, timeout=0.01))
    except asyncio.TimeoutError:
        print("no price in time")
    connection.on_reply(7, 42)
    print("requests without a reply:", len(connection.replies))


asyncio.run(main())
